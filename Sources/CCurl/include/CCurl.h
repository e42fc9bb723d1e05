// What is used of libcurl. Its functions take arguments of any type, which Swift cannot give; and the
// library, with the thirty others that it brings, is only opened when something is fetched.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/// Whether libcurl can be used.
typedef enum {
  curl_installed,
  /// The library is not there.
  curl_missing,
  /// Its headers were not there when this was built.
  curl_not_built,
} curl_availability;

curl_availability curl_find(void);

/// Exchanges under way, many at once, with the connections, names and cookies that they share. For one
/// thread, but for `curl_pool_wake`.
typedef struct curl_pool curl_pool;
/// One request and its response.
typedef struct curl_exchange curl_exchange;

/// A request. Everything is copied but the owner.
typedef struct {
  const char *url;
  const char *user_agent;
  /// `Name: value`, null at the end.
  const char *const *headers;
  /// `HOST:PORT:ADDRESS`, null at the end: addresses that are not asked for.
  const char *const *resolve;
  /// Cookies in Netscape's format, a `.netrc`, certificates to trust; or null.
  const char *cookie_file;
  const char *netrc_file;
  const char *certificates;
  long connect_milliseconds;
  /// After so long without a byte a second it ends.
  long stall_seconds;
  long total_milliseconds;
  /// Whether hosts of private networks are refused, once their names are resolved.
  bool refuses_private;
  /// The port of the proxy in use, which may be in a private network; 0 for none.
  int proxy_port;
  /// What the callbacks are given.
  void *owner;
  /// Take a line of the header, and bytes of the body as they were before compression; false ends the
  /// exchange.
  bool (*on_header)(void *owner, const char *line, size_t count);
  bool (*on_body)(void *owner, const char *bytes, size_t count);
} curl_request;

/// How an exchange ended.
typedef enum {
  curl_ended_well,
  curl_bad_address,
  curl_unresolved,
  curl_unreachable,
  curl_private,
  curl_timed_out,
  curl_untrusted,
  curl_cut_off,
  /// The body cannot be decompressed.
  curl_damaged,
  /// A callback ended it.
  curl_stopped,
  curl_failed,
} curl_ending;

/// Makes a pool; null without libcurl.
///
/// - Parameter connections: how many connections one host may have.
curl_pool *curl_pool_make(long connections);
void curl_pool_free(curl_pool *pool);

/// Begins an exchange; null if it cannot be begun.
curl_exchange *curl_pool_add(curl_pool *pool, const curl_request *request);

/// Waits for something to happen, at most so long, and does it.
void curl_pool_run(curl_pool *pool, int milliseconds);

/// Ends the waiting of `curl_pool_run`; from any thread.
void curl_pool_wake(curl_pool *pool);

/// Takes out the next exchange that has ended; null if there is none.
curl_exchange *curl_pool_take(curl_pool *pool);

curl_ending curl_exchange_ending(curl_exchange *exchange);
/// libcurl's words for how it ended, valid until it is freed.
const char *curl_exchange_message(curl_exchange *exchange);
void *curl_exchange_owner(curl_exchange *exchange);
long curl_exchange_status(curl_exchange *exchange);
void curl_exchange_free(curl_exchange *exchange);

/// Whether an address of the network (`127.0.0.1`, `::1`) is one that only machines nearby have:
/// loopback, private, link-local, multicast, reserved.
bool network_address_is_private(const char *address);
/// Whether a text is an address of the network at all.
bool is_network_address(const char *text);
