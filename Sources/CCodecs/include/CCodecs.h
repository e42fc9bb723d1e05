// Decoders of Brotli (RFC 7932) and Zstandard (RFC 8878), opened when the first such bytes are met:
// hardly an archive has them, and every library that is linked is loaded at every start.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { codec_goes_on, codec_ends, codec_fails } codec_state;

/// How far one call went.
typedef struct {
  codec_state state;
  size_t consumed;
  size_t produced;
} codec_step;

/// A decoder, or null where the library is not installed or memory is short.
void *codec_brotli_new(void);
void codec_brotli_free(void *decoder);
codec_step codec_brotli_decode(void *decoder, const uint8_t *input, size_t count, uint8_t *output,
                               size_t room);

/// A decoder of what refers back no further than 2 to the power of `window_log` bytes; null where the
/// library is not installed or memory is short.
void *codec_zstd_new(int window_log);
void codec_zstd_free(void *decoder);
/// Begins a new frame.
void codec_zstd_reset(void *decoder);
/// Gives the decoder a dictionary for all frames to come.
bool codec_zstd_load(void *decoder, const uint8_t *dictionary, size_t count);
codec_step codec_zstd_decode(void *decoder, const uint8_t *input, size_t count, uint8_t *output,
                             size_t room);
