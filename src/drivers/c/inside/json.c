/* A reader and a writer of JSON for the channel. Included by harness.c; compiled without sanitizers, as C or as C++. */

enum { LINE_LIMIT = 16 * 1024 * 1024, DEPTH_LIMIT = 64 };

/* The harness ends the process rather than guess; the outside sees `died` with this on stderr. */
static __attribute__((noreturn)) void give_up(const char *what, const char *detail) {
  dprintf(STDERR_FILENO, "fathom-harness: %s%s%s\n", what, detail == NULL ? "" : ": ", detail == NULL ? "" : detail);
  _exit(97);
}

/* Memory of one message, apart from the heap that the sanitizer watches for the candidate. Emptied before each message. */
static char *arena;
static size_t arena_used;
static const size_t arena_size = (size_t)1 << 31;

static void *reserve(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) give_up("no memory for messages", NULL);
  return memory;
}

static void *take(size_t size) {
  size = (size + 15) & ~(size_t)15;
  if (arena_used + size > arena_size) give_up("message too large", NULL);
  void *memory = arena + arena_used;
  arena_used += size;
  return memory;
}

typedef enum { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT } Kind;

/* `text` holds a number's digits or a string's UTF-8 (ended by a NUL that `size` does not count, and maybe holding more). */
typedef struct Value {
  Kind kind;
  char *text;
  size_t size;
  char *key;
  struct Value *first;
  struct Value *next;
} Value;

typedef struct {
  const char *at;
  const char *end;
} Reader;

static void skip_blank(Reader *reader) {
  while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\r')) reader->at += 1;
}

static char peek(Reader *reader) {
  skip_blank(reader);
  if (reader->at == reader->end) give_up("message ends early", NULL);
  return *reader->at;
}

static void expect(Reader *reader, char wanted) {
  if (peek(reader) != wanted) give_up("message is not JSON", NULL);
  reader->at += 1;
}

static unsigned read_hex(Reader *reader) {
  unsigned code = 0;
  if (reader->end - reader->at < 4) give_up("message ends early", NULL);
  for (int digit = 0; digit < 4; digit += 1) {
    char c = *reader->at++;
    unsigned value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
    if (value == 16) give_up("message is not JSON", NULL);
    code = code * 16 + value;
  }
  return code;
}

static size_t put_utf8(char *out, unsigned code) {
  if (code < 0x80) return out[0] = (char)code, 1;
  if (code < 0x800) return out[0] = (char)(0xC0 | code >> 6), out[1] = (char)(0x80 | (code & 63)), 2;
  if (code < 0x10000) {
    return out[0] = (char)(0xE0 | code >> 12), out[1] = (char)(0x80 | (code >> 6 & 63)), out[2] = (char)(0x80 | (code & 63)), 3;
  }
  out[0] = (char)(0xF0 | code >> 18);
  out[1] = (char)(0x80 | (code >> 12 & 63));
  out[2] = (char)(0x80 | (code >> 6 & 63));
  out[3] = (char)(0x80 | (code & 63));
  return 4;
}

static unsigned read_escaped(Reader *reader) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  if (reader->at == reader->end) give_up("message ends early", NULL);
  char c = *reader->at++;
  if (c == 'u') {
    unsigned code = read_hex(reader);
    bool paired = code >= 0xD800 && code < 0xDC00 && reader->end - reader->at >= 6 && reader->at[0] == '\\' && reader->at[1] == 'u';
    if (!paired) return code;
    reader->at += 2;
    return 0x10000 + ((code - 0xD800) << 10) + (read_hex(reader) - 0xDC00);
  }
  for (size_t index = 0; from[index] != 0; index += 1)
    if (from[index] == c) return (unsigned char)to[index];
  give_up("message is not JSON", NULL);
}

static char *read_text(Reader *reader, size_t *size) {
  expect(reader, '"');
  const char *closing = reader->at;
  while (closing < reader->end && *closing != '"') closing += *closing == '\\' ? 2 : 1;
  if (closing >= reader->end) give_up("message ends early", NULL);
  /* Decoded text is never longer than its escapes. */
  char *text = (char *)take((size_t)(closing - reader->at) + 1);
  size_t used = 0;
  while (*reader->at != '"') {
    if (*reader->at == '\\') {
      reader->at += 1;
      used += put_utf8(text + used, read_escaped(reader));
    } else {
      text[used++] = *reader->at++;
    }
  }
  reader->at += 1;
  text[used] = 0;
  *size = used;
  return text;
}

static void read_word(Reader *reader, const char *word) {
  for (; *word != 0; word += 1) expect(reader, *word);
}

static Value *read_value(Reader *reader, int depth);

static void read_members(Reader *reader, Value *whole, int depth) {
  char closing = whole->kind == JSON_ARRAY ? ']' : '}';
  Value **last = &whole->first;
  reader->at += 1;
  if (peek(reader) == closing) {
    reader->at += 1;
    return;
  }
  for (;;) {
    char *key = NULL;
    size_t size = 0;
    if (whole->kind == JSON_OBJECT) {
      key = (peek(reader), read_text(reader, &size));
      expect(reader, ':');
    }
    *last = read_value(reader, depth + 1);
    (*last)->key = key;
    last = &(*last)->next;
    whole->size += 1;
    if (peek(reader) == closing) break;
    expect(reader, ',');
  }
  reader->at += 1;
}

static Value *read_value(Reader *reader, int depth) {
  if (depth > DEPTH_LIMIT) give_up("message nested too deeply", NULL);
  Value *value = (Value *)take(sizeof *value);
  memset(value, 0, sizeof *value);
  char c = peek(reader);
  if (c == 'n') return value->kind = JSON_NULL, read_word(reader, "null"), value;
  if (c == 't') return value->kind = JSON_TRUE, read_word(reader, "true"), value;
  if (c == 'f') return value->kind = JSON_FALSE, read_word(reader, "false"), value;
  if (c == '"') return value->kind = JSON_STRING, value->text = read_text(reader, &value->size), value;
  if (c == '[' || c == '{') return value->kind = c == '[' ? JSON_ARRAY : JSON_OBJECT, read_members(reader, value, depth), value;
  const char *start = reader->at;
  while (reader->at < reader->end && *reader->at != 0 && strchr("+-.0123456789eE", *reader->at) != NULL) reader->at += 1;
  value->kind = JSON_NUMBER;
  value->size = (size_t)(reader->at - start);
  if (value->size == 0) give_up("message is not JSON", NULL);
  value->text = (char *)take(value->size + 1);
  memcpy(value->text, start, value->size);
  value->text[value->size] = 0;
  return value;
}

static const Value *member(const Value *object, const char *key) {
  if (object->kind != JSON_OBJECT) return NULL;
  for (const Value *each = object->first; each != NULL; each = each->next)
    if (strcmp(each->key, key) == 0) return each;
  return NULL;
}

/* The answer, written from left to right. */
static char *out;
static size_t out_used;

static void put(const char *text, size_t size) {
  if (out_used + size > LINE_LIMIT) give_up("answer too large", NULL);
  memcpy(out + out_used, text, size);
  out_used += size;
}

static void put_text(const char *text) { put(text, strlen(text)); }

static void put_quoted(const char *text, size_t size) {
  put("\"", 1);
  for (size_t index = 0; index < size; index += 1) {
    unsigned char c = (unsigned char)text[index];
    char escaped[8];
    if (c == '"' || c == '\\') put(escaped, (size_t)snprintf(escaped, sizeof escaped, "\\%c", c));
    else if (c < 0x20) put(escaped, (size_t)snprintf(escaped, sizeof escaped, "\\u%04x", c));
    else put(text + index, 1);
  }
  put("\"", 1);
}

static bool is_utf8(const unsigned char *text, size_t size) {
  for (size_t index = 0; index < size;) {
    unsigned char c = text[index];
    size_t more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
    if (more == 9 || index + more >= size) return false;
    for (size_t each = 1; each <= more; each += 1)
      if ((text[index + each] & 0xC0) != 0x80) return false;
    unsigned char second = more > 0 ? text[index + 1] : 0;
    if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) || (c == 0xF4 && second > 0x8F)) return false;
    index += more + 1;
  }
  return true;
}

static void put_base64(const unsigned char *data, size_t size) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  put_text("{\"$bytes\":\"");
  for (size_t index = 0; index < size; index += 3) {
    unsigned group = (unsigned)data[index] << 16;
    if (index + 1 < size) group |= (unsigned)data[index + 1] << 8;
    if (index + 2 < size) group |= data[index + 2];
    char four[4] = {digits[group >> 18], digits[group >> 12 & 63], index + 1 < size ? digits[group >> 6 & 63] : '=', index + 2 < size ? digits[group & 63] : '='};
    put(four, 4);
  }
  put_text("\"}");
}
