#include "CCurl.h"
#include "PrivateAddress.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

/// Networks that no public server is in (IANA's registries of special-purpose addresses).
static bool is_private_v4(uint32_t address) {
  static const struct {
    uint32_t network;
    int bits;
  } special[] = {
      {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
      {0xAC100000, 12}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC0A80000, 16}, {0xC6120000, 15},
      {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 4},  {0xF0000000, 4},
  };
  for (size_t i = 0; i < sizeof special / sizeof *special; i++)
    if (((address ^ special[i].network) >> (32 - special[i].bits)) == 0) return true;
  return false;
}

static uint32_t v4_at(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_private_v6(const uint8_t *bytes) {
  static const uint8_t zeros[12] = {0};
  static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static const uint8_t translated[12] = {0x00, 0x64, 0xFF, 0x9B};
  // An address of version 4 in one of version 6.
  if (memcmp(bytes, mapped, 12) == 0 || memcmp(bytes, translated, 12) == 0)
    return is_private_v4(v4_at(bytes + 12));
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_private_v4(v4_at(bytes + 2));
  // Unspecified, loopback and what was once "compatible" with version 4.
  if (memcmp(bytes, zeros, 12) == 0) return true;
  // Only 2000::/3 is routed; of it the ranges for documentation and benchmarks are not.
  if ((bytes[0] & 0xE0) != 0x20) return true;
  return v4_at(bytes) == 0x20010DB8 || (v4_at(bytes) == 0x20010002 && bytes[4] == 0);
}

bool socket_address_is_private(const struct sockaddr *address) {
  switch (address->sa_family) {
  case AF_INET: return is_private_v4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
  case AF_INET6: return is_private_v6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
  default: return true;
  }
}

int socket_address_port(const struct sockaddr *address) {
  switch (address->sa_family) {
  case AF_INET: return ntohs(((const struct sockaddr_in *)address)->sin_port);
  case AF_INET6: return ntohs(((const struct sockaddr_in6 *)address)->sin6_port);
  default: return 0;
  }
}

bool is_network_address(const char *text) {
  struct in_addr v4;
  struct in6_addr v6;
  return inet_pton(AF_INET, text, &v4) == 1 || inet_pton(AF_INET6, text, &v6) == 1;
}

bool network_address_is_private(const char *text) {
  struct in_addr v4;
  struct in6_addr v6;
  if (inet_pton(AF_INET, text, &v4) == 1) return is_private_v4(ntohl(v4.s_addr));
  if (inet_pton(AF_INET6, text, &v6) == 1) return is_private_v6(v6.s6_addr);
  return false;
}
