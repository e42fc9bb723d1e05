#include "CCodecs.h"
#include <brotli/decode.h>
#include <dlfcn.h>
#include <pthread.h>
#include <zstd.h>

// What is in use of each library, under the names it has there.
static struct {
  __typeof__(&BrotliDecoderCreateInstance) create;
  __typeof__(&BrotliDecoderDestroyInstance) destroy;
  __typeof__(&BrotliDecoderDecompressStream) decode;
} brotli;

static struct {
  __typeof__(&ZSTD_createDCtx) create;
  __typeof__(&ZSTD_freeDCtx) destroy;
  __typeof__(&ZSTD_DCtx_reset) reset;
  __typeof__(&ZSTD_DCtx_setParameter) set;
  __typeof__(&ZSTD_DCtx_loadDictionary) load;
  __typeof__(&ZSTD_decompressStream) decode;
  __typeof__(&ZSTD_isError) is_error;
} zstd;

static void *opened(const char *const *names) {
  void *library = NULL;
  for (; *names && !library; names++) library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
  return library;
}

static void open_brotli(void) {
  static const char *const names[] = {"libbrotlidec.so.1", "libbrotlidec.dylib", NULL};
  void *library = opened(names);
  if (!library) return;
  brotli.destroy = dlsym(library, "BrotliDecoderDestroyInstance");
  brotli.decode = dlsym(library, "BrotliDecoderDecompressStream");
  if (brotli.destroy && brotli.decode) {
    brotli.create = dlsym(library, "BrotliDecoderCreateInstance");
  }
}

static void open_zstd(void) {
  static const char *const names[] = {"libzstd.so.1", "libzstd.dylib", NULL};
  void *library = opened(names);
  if (!library) return;
  zstd.destroy = dlsym(library, "ZSTD_freeDCtx");
  zstd.reset = dlsym(library, "ZSTD_DCtx_reset");
  zstd.set = dlsym(library, "ZSTD_DCtx_setParameter");
  zstd.load = dlsym(library, "ZSTD_DCtx_loadDictionary");
  zstd.decode = dlsym(library, "ZSTD_decompressStream");
  zstd.is_error = dlsym(library, "ZSTD_isError");
  if (zstd.destroy && zstd.reset && zstd.set && zstd.load && zstd.decode && zstd.is_error) {
    zstd.create = dlsym(library, "ZSTD_createDCtx");
  }
}

void *codec_brotli_new(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_brotli);
  return brotli.create ? brotli.create(NULL, NULL, NULL) : NULL;
}

void codec_brotli_free(void *decoder) { brotli.destroy(decoder); }

codec_step codec_brotli_decode(void *decoder, const uint8_t *input, size_t count, uint8_t *output,
                               size_t room) {
  size_t left = count, free_bytes = room;
  BrotliDecoderResult result =
      brotli.decode(decoder, &left, &input, &free_bytes, &output, NULL);
  codec_step step = {codec_goes_on, count - left, room - free_bytes};
  if (result == BROTLI_DECODER_RESULT_SUCCESS) step.state = codec_ends;
  if (result == BROTLI_DECODER_RESULT_ERROR) step.state = codec_fails;
  return step;
}

void *codec_zstd_new(int window_log) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_zstd);
  ZSTD_DCtx *decoder = zstd.create ? zstd.create() : NULL;
  if (decoder) zstd.set(decoder, ZSTD_d_windowLogMax, window_log);
  return decoder;
}

void codec_zstd_free(void *decoder) { zstd.destroy(decoder); }

void codec_zstd_reset(void *decoder) { zstd.reset(decoder, ZSTD_reset_session_only); }

bool codec_zstd_load(void *decoder, const uint8_t *dictionary, size_t count) {
  return !zstd.is_error(zstd.load(decoder, dictionary, count));
}

codec_step codec_zstd_decode(void *decoder, const uint8_t *input, size_t count, uint8_t *output,
                             size_t room) {
  ZSTD_inBuffer in = {input, count, 0};
  ZSTD_outBuffer out = {output, room, 0};
  size_t result = zstd.decode(decoder, &out, &in);
  codec_step step = {codec_goes_on, in.pos, out.pos};
  if (zstd.is_error(result)) {
    step.state = codec_fails;
  } else if (result == 0) {
    step.state = codec_ends;
  }
  return step;
}
