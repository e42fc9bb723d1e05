#include "CCurl.h"
#include "PrivateAddress.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#if __has_include(<curl/curl.h>)
// The functions are found at run time: their prototypes are only asked for their types.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

static struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) easy_init;
  __typeof__(&curl_easy_cleanup) easy_cleanup;
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  __typeof__(&curl_easy_strerror) easy_strerror;
  __typeof__(&curl_multi_init) multi_init;
  __typeof__(&curl_multi_cleanup) multi_cleanup;
  CURLMcode (*multi_setopt)(CURLM *, CURLMoption, ...);
  __typeof__(&curl_multi_add_handle) multi_add_handle;
  __typeof__(&curl_multi_remove_handle) multi_remove_handle;
  __typeof__(&curl_multi_perform) multi_perform;
  __typeof__(&curl_multi_poll) multi_poll;
  __typeof__(&curl_multi_wakeup) multi_wakeup;
  __typeof__(&curl_multi_info_read) multi_info_read;
  __typeof__(&curl_share_init) share_init;
  CURLSHcode (*share_setopt)(CURLSH *, CURLSHoption, ...);
  __typeof__(&curl_share_cleanup) share_cleanup;
  __typeof__(&curl_slist_append) slist_append;
  __typeof__(&curl_slist_free_all) slist_free_all;
} lib;

static curl_availability availability = curl_missing;

static void open_library(void) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so", "libcurl.4.dylib", "libcurl.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  availability = curl_installed;
#define FIND(name)                                                                                 \
  *(void **)&lib.name = dlsym(library, "curl_" #name);                                             \
  if (lib.name == NULL) availability = curl_missing;
  FIND(global_init)
  FIND(easy_init)
  FIND(easy_cleanup)
  FIND(easy_setopt)
  FIND(easy_getinfo)
  FIND(easy_strerror)
  FIND(multi_init)
  FIND(multi_cleanup)
  FIND(multi_setopt)
  FIND(multi_add_handle)
  FIND(multi_remove_handle)
  FIND(multi_perform)
  FIND(multi_poll)
  FIND(multi_wakeup)
  FIND(multi_info_read)
  FIND(share_init)
  FIND(share_setopt)
  FIND(share_cleanup)
  FIND(slist_append)
  FIND(slist_free_all)
  if (availability == curl_installed && lib.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    availability = curl_missing;
}

curl_availability curl_find(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return availability;
}

struct curl_pool {
  CURLM *multi;
  CURLSH *share;
  bool has_cookies;
};

struct curl_exchange {
  CURL *easy;
  struct curl_slist *headers;
  struct curl_slist *resolve;
  void *owner;
  bool (*on_header)(void *, const char *, size_t);
  bool (*on_body)(void *, const char *, size_t);
  bool refuses_private;
  int proxy_port;
  bool was_private;
  bool was_stopped;
  CURLcode code;
  char message[CURL_ERROR_SIZE];
};

curl_pool *curl_pool_make(long connections) {
  if (curl_find() != curl_installed) return NULL;
  curl_pool *pool = calloc(1, sizeof *pool);
  if (pool == NULL) return NULL;
  pool->multi = lib.multi_init();
  pool->share = lib.share_init();
  if (pool->multi == NULL || pool->share == NULL) {
    curl_pool_free(pool);
    return NULL;
  }
  lib.multi_setopt(pool->multi, CURLMOPT_MAX_HOST_CONNECTIONS, connections);
  lib.multi_setopt(pool->multi, CURLMOPT_MAXCONNECTS, 64L);
  // A site's cookies hold for the run, as in a browser: only one thread uses them.
  lib.share_setopt(pool->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
  return pool;
}

void curl_pool_free(curl_pool *pool) {
  if (pool->multi != NULL) lib.multi_cleanup(pool->multi);
  if (pool->share != NULL) lib.share_cleanup(pool->share);
  free(pool);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  curl_exchange *exchange = context;
  if (exchange->on_header(exchange->owner, bytes, size * count)) return size * count;
  exchange->was_stopped = true;
  return 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  curl_exchange *exchange = context;
  if (exchange->on_body(exchange->owner, bytes, size * count)) return size * count;
  exchange->was_stopped = true;
  return 0;
}

/// Makes a socket for an address that a name was resolved to, or refuses it.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *to) {
  curl_exchange *exchange = context;
  if (purpose == CURLSOCKTYPE_IPCXN && exchange->refuses_private &&
      socket_address_is_private(&to->addr) &&
      (exchange->proxy_port == 0 || socket_address_port(&to->addr) != exchange->proxy_port)) {
    exchange->was_private = true;
    return CURL_SOCKET_BAD;
  }
  int type = to->socktype;
#ifdef SOCK_CLOEXEC
  type |= SOCK_CLOEXEC;
#endif
  return socket(to->family, type, to->protocol);
}

/// Keeps an exchange to the web's two schemes; a library that cannot do so is not used.
static bool limit_protocols(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  if (lib.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK) return true;
  return lib.easy_setopt(easy, (CURLoption)181, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) ==
         CURLE_OK;
#else
  return lib.easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) ==
         CURLE_OK;
#endif
}

static bool append_all(struct curl_slist **list, const char *const *texts) {
  for (; texts != NULL && *texts != NULL; texts++) {
    struct curl_slist *longer = lib.slist_append(*list, *texts);
    if (longer == NULL) return false;
    *list = longer;
  }
  return true;
}

curl_exchange *curl_pool_add(curl_pool *pool, const curl_request *request) {
  curl_exchange *exchange = calloc(1, sizeof *exchange);
  if (exchange == NULL) return NULL;
  CURL *easy = exchange->easy = lib.easy_init();
  exchange->owner = request->owner;
  exchange->on_header = request->on_header;
  exchange->on_body = request->on_body;
  exchange->refuses_private = request->refuses_private;
  exchange->proxy_port = request->proxy_port;
  if (easy == NULL || !limit_protocols(easy) || !append_all(&exchange->headers, request->headers) ||
      !append_all(&exchange->resolve, request->resolve)) {
    curl_exchange_free(exchange);
    return NULL;
  }
  bool is_set = true;
#define SET(option, value) is_set = lib.easy_setopt(easy, option, value) == CURLE_OK && is_set
  SET(CURLOPT_URL, request->url);
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_HEADERFUNCTION, take_header);
  SET(CURLOPT_HEADERDATA, exchange);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, exchange);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, exchange);
  SET(CURLOPT_ERRORBUFFER, exchange->message);
  SET(CURLOPT_PRIVATE, exchange);
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
  SET(CURLOPT_LOW_SPEED_TIME, request->stall_seconds);
  SET(CURLOPT_ACCEPT_ENCODING, "");
  SET(CURLOPT_USERAGENT, request->user_agent);
  SET(CURLOPT_SHARE, pool->share);
  if (exchange->headers != NULL) SET(CURLOPT_HTTPHEADER, exchange->headers);
  if (exchange->resolve != NULL) SET(CURLOPT_RESOLVE, exchange->resolve);
  // The file of cookies is read once, into what all share.
  SET(CURLOPT_COOKIEFILE, pool->has_cookies || request->cookie_file == NULL ? "" : request->cookie_file);
  pool->has_cookies = pool->has_cookies || request->cookie_file != NULL;
  if (request->netrc_file != NULL) {
    SET(CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
    SET(CURLOPT_NETRC_FILE, request->netrc_file);
  }
  if (request->certificates != NULL) SET(CURLOPT_CAINFO, request->certificates);
  if (!is_set || lib.multi_add_handle(pool->multi, easy) != CURLM_OK) {
    curl_exchange_free(exchange);
    return NULL;
  }
  return exchange;
}

void curl_pool_run(curl_pool *pool, int milliseconds) {
  int running = 0;
  lib.multi_perform(pool->multi, &running);
  lib.multi_poll(pool->multi, NULL, 0, milliseconds, NULL);
  lib.multi_perform(pool->multi, &running);
}

void curl_pool_wake(curl_pool *pool) { lib.multi_wakeup(pool->multi); }

curl_exchange *curl_pool_take(curl_pool *pool) {
  int left = 0;
  for (;;) {
    CURLMsg *message = lib.multi_info_read(pool->multi, &left);
    if (message == NULL) return NULL;
    if (message->msg != CURLMSG_DONE) continue;
    CURLcode code = message->data.result;
    CURL *easy = message->easy_handle;
    curl_exchange *exchange = NULL;
    lib.easy_getinfo(easy, CURLINFO_PRIVATE, &exchange);
    lib.multi_remove_handle(pool->multi, easy);
    exchange->code = code;
    return exchange;
  }
}

curl_ending curl_exchange_ending(curl_exchange *exchange) {
  if (exchange->was_stopped) return curl_stopped;
  switch (exchange->code) {
  case CURLE_OK: return curl_ended_well;
  case CURLE_URL_MALFORMAT:
  case CURLE_UNSUPPORTED_PROTOCOL: return curl_bad_address;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY: return curl_unresolved;
  case CURLE_COULDNT_CONNECT: return exchange->was_private ? curl_private : curl_unreachable;
  case CURLE_OPERATION_TIMEDOUT: return curl_timed_out;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR: return curl_untrusted;
  case CURLE_PARTIAL_FILE:
  case CURLE_RECV_ERROR:
  case CURLE_SEND_ERROR:
  case CURLE_GOT_NOTHING:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM:
  case CURLE_WRITE_ERROR: return curl_cut_off;
  case CURLE_BAD_CONTENT_ENCODING: return curl_damaged;
  default: return exchange->was_private ? curl_private : curl_failed;
  }
}

const char *curl_exchange_message(curl_exchange *exchange) {
  return exchange->message[0] != 0 ? exchange->message : lib.easy_strerror(exchange->code);
}

void *curl_exchange_owner(curl_exchange *exchange) { return exchange->owner; }

long curl_exchange_status(curl_exchange *exchange) {
  long status = 0;
  lib.easy_getinfo(exchange->easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

void curl_exchange_free(curl_exchange *exchange) {
  if (exchange->easy != NULL) lib.easy_cleanup(exchange->easy);
  if (exchange->headers != NULL) lib.slist_free_all(exchange->headers);
  if (exchange->resolve != NULL) lib.slist_free_all(exchange->resolve);
  free(exchange);
}

#else

curl_availability curl_find(void) { return curl_not_built; }
curl_pool *curl_pool_make(long connections) { return NULL; }
void curl_pool_free(curl_pool *pool) {}
curl_exchange *curl_pool_add(curl_pool *pool, const curl_request *request) { return NULL; }
void curl_pool_run(curl_pool *pool, int milliseconds) {}
void curl_pool_wake(curl_pool *pool) {}
curl_exchange *curl_pool_take(curl_pool *pool) { return NULL; }
curl_ending curl_exchange_ending(curl_exchange *exchange) { return curl_failed; }
const char *curl_exchange_message(curl_exchange *exchange) { return ""; }
void *curl_exchange_owner(curl_exchange *exchange) { return NULL; }
long curl_exchange_status(curl_exchange *exchange) { return 0; }
void curl_exchange_free(curl_exchange *exchange) {}

#endif
