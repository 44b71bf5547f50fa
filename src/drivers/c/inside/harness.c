/*
 * Serves the functions of one candidate on descriptor 3 (docs/driver-protocol.md). Included by the generated shim.c or
 * shim.cpp, which holds one caller for each function and the table `entries`. Compiled without sanitizers and with
 * -fno-builtin, so that its calls of malloc, strlen and memcpy reach the sanitizer's own versions. C and C++ at once.
 *
 * Ownership: every argument is a fresh heap block of exactly the size it needs. The harness never frees an argument or
 * a result; leaks are not reported. What a function returns is read before the next call.
 */
#include "system.h"

#include "json.c"
#include "arguments.c"

typedef struct {
  const char *name;
  size_t parameters;
  bool there;
  void (*call)(const Value *const *args);
} Entry;

/* ---- Results ---- */

/* What the current call raised. Own copies: an exception is gone when the answer is written. */
static bool raised;
static char raised_type[201];
static char raised_message[4001];

/* The beginning of a text that may hold anything, as UTF-8. */
static void copy_text(char *into, size_t limit, const char *text) {
  size_t size = strlen(text);
  if (size > limit) {
    for (size = limit; size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80;) size -= 1;
  }
  memcpy(into, text, size);
  into[size] = 0;
  if (is_utf8((const unsigned char *)into, size)) return;
  for (size_t index = 0; index < size; index += 1)
    if ((unsigned char)into[index] >= 0x80) into[index] = '?';
}

static void raise_as(const char *type, const char *message) {
  raised = true;
  copy_text(raised_type, sizeof raised_type - 1, type);
  copy_text(raised_message, sizeof raised_message - 1, message);
}

static void put_signed(int64_t value) {
  char text[64];
  bool exact = value >= -9007199254740991 && value <= 9007199254740991;
  snprintf(text, sizeof text, exact ? "%lld" : "{\"$integer\":\"%lld\"}", (long long)value);
  put_text(text);
}

static void put_unsigned(uint64_t value) {
  char text[64];
  snprintf(text, sizeof text, value <= 9007199254740991 ? "%llu" : "{\"$integer\":\"%llu\"}", (unsigned long long)value);
  put_text(text);
}

static void put_number(double value) {
  char text[40];
  if (!isfinite(value)) {
    raise_as("TypeError", "not JSON: a number that is not finite");
    return;
  }
  snprintf(text, sizeof text, "%.17g", value);
  put_text(text);
}

static void put_characters(const char *text, size_t size) {
  if (is_utf8((const unsigned char *)text, size)) put_quoted(text, size);
  else put_base64((const unsigned char *)text, size);
}

/* strlen and memcpy are the sanitizer's: a result that dangles or lacks its NUL is seen here. */
static void put_string(const char *text) {
  if (text == NULL) put_text("null");
  else put_characters(text, strlen(text));
}

/* ---- The channel ---- */

enum { CHANNEL = 3 };

static void send_line(void) {
  put("\n", 1);
  for (size_t sent = 0; sent < out_used;) {
    ssize_t count = write(CHANNEL, out + sent, out_used - sent);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) give_up("the channel is closed", NULL);
    sent += (size_t)count;
  }
  out_used = 0;
}

static char *incoming;
static size_t incoming_size;
static size_t consumed;

/* The next message, or nothing at the end of the channel. */
static Value *receive(void) {
  memmove(incoming, incoming + consumed, incoming_size - consumed);
  incoming_size -= consumed;
  consumed = 0;
  arena_used = 0;
  for (size_t scanned = 0;;) {
    char *end = (char *)memchr(incoming + scanned, '\n', incoming_size - scanned);
    if (end != NULL) {
      Reader reader = {incoming, end};
      consumed = (size_t)(end - incoming) + 1;
      return read_value(&reader, 0);
    }
    scanned = incoming_size;
    if (incoming_size > LINE_LIMIT) give_up("message too large", NULL);
    ssize_t count = read(CHANNEL, incoming + incoming_size, 65536);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return NULL;
    incoming_size += (size_t)count;
  }
}

static void put_id(const Value *id) {
  put_text("{\"id\":");
  put_quoted(id->text, id->size);
}

static void serve(const Value *message, const Entry *entries, size_t count) {
  const Value *id = member(message, "id"), *name = member(message, "call"), *args = member(message, "args");
  if (id == NULL || name == NULL || args == NULL || id->kind != JSON_STRING || name->kind != JSON_STRING) give_up("message is no call", NULL);
  const Entry *entry = NULL;
  for (size_t index = 0; index < count; index += 1)
    if (strcmp(entries[index].name, name->text) == 0) entry = &entries[index];
  if (entry == NULL) give_up("no such function", name->text);
  if (args->size != entry->parameters) give_up("wrong number of arguments for", entry->name);
  const Value **list = (const Value **)take((args->size + 1) * sizeof *list);
  size_t filled = 0;
  for (const Value *each = args->first; each != NULL; each = each->next) list[filled++] = each;
  raised = false;
  put_id(id);
  put_text(",\"ok\":");
  entry->call(list);
  fflush(stdout);
  if (raised) {
    out_used = 0;
    put_id(id);
    put_text(",\"raised\":{\"type\":");
    put_quoted(raised_type, strlen(raised_type));
    put_text(",\"message\":");
    put_quoted(raised_message, strlen(raised_message));
    put_text("}");
  }
  put_text("}");
  send_line();
}

/*
 * Reports of the address sanitizer go to a copy of stderr, so that closing descriptor 2 hides nothing. The library of the
 * undefined-behaviour sanitizer prints nothing after the same call; its end is still seen by the exit code.
 * Yields the copy, or descriptor 2 where there is none.
 */
static int keep_reports(void) {
  static const char *const libraries[] = {"libasan.so.8", "libasan.so.6", "libasan.so.5"};
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 64);
  if (copy < 0) return STDERR_FILENO;
  for (size_t index = 0; index < sizeof libraries / sizeof *libraries; index += 1) {
    void *library = dlopen(libraries[index], RTLD_LAZY | RTLD_NOLOAD);
    if (library == NULL) continue;
    void (*set)(void *) = (void (*)(void *))dlsym(library, "__sanitizer_set_report_fd");
    if (set != NULL) set((void *)(intptr_t)copy);
  }
  return copy;
}

static int run(const Entry *entries, size_t count) {
  arena = (char *)reserve(arena_size);
  out = (char *)reserve(LINE_LIMIT + 4096);
  incoming = (char *)reserve(LINE_LIMIT + 131072);
  if (receive() == NULL) return 0;
  for (size_t index = 0; index < count; index += 1) {
    if (entries[index].there) continue;
    char detail[256];
    snprintf(detail, sizeof detail, "the file defines no function %s", entries[index].name);
    put_text("{\"loaded\":false,\"kind\":\"missing-function\",\"detail\":");
    put_quoted(detail, strlen(detail));
    put_text("}");
    send_line();
    return 0;
  }
  put_text("{\"loaded\":true}");
  send_line();
  for (Value *message = receive(); message != NULL; message = receive()) serve(message, entries, count);
  return 0;
}
