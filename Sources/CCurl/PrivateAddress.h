#pragma once
#include <stdbool.h>
#include <sys/socket.h>

bool socket_address_is_private(const struct sockaddr *address);
int socket_address_port(const struct sockaddr *address);
