/* JSON arguments to C values: fresh heap blocks of exactly the size that they need. Included by harness.c. */

static __attribute__((noreturn)) void wrong(const Value *value, const char *wanted) {
  char detail[160];
  const char *found = value->text != NULL ? value->text : "a value of another type";
  snprintf(detail, sizeof detail, "%.80s, wanted %s", found, wanted);
  give_up("argument does not fit the signature", detail);
}

/* Reading or writing an empty block must be seen at its first byte; malloc(0) of the sanitizer has a usable one. */
static void *fresh(size_t size) {
  char *block = (char *)malloc(size == 0 ? 8 : size);
  if (block == NULL) give_up("no memory for an argument", NULL);
  return size == 0 ? block + 8 : block;
}

static char *take_string(const Value *value, bool nullable) {
  if (nullable && value->kind == JSON_NULL) return NULL;
  if (value->kind != JSON_STRING) wrong(value, "a string");
  if (memchr(value->text, 0, value->size) != NULL) wrong(value, "a string without NUL");
  char *copy = (char *)fresh(value->size + 1);
  memcpy(copy, value->text, value->size + 1);
  return copy;
}

static int digit_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static uint8_t *take_bytes(const Value *value, bool nullable, size_t *size) {
  *size = 0;
  if (nullable && value->kind == JSON_NULL) return NULL;
  const Value *text = member(value, "$bytes");
  if (text == NULL || text->kind != JSON_STRING || text->size % 4 != 0) wrong(value, "bytes");
  size_t padding = text->size == 0 ? 0 : (text->text[text->size - 1] == '=') + (text->text[text->size - 2] == '=');
  *size = text->size / 4 * 3 - padding;
  uint8_t *bytes = (uint8_t *)fresh(*size);
  unsigned group = 0;
  for (size_t index = 0, used = 0; index < text->size; index += 1) {
    int digit = digit_of(text->text[index]);
    group = group << 6 | (digit < 0 ? 0 : (unsigned)digit);
    if (index % 4 != 3) continue;
    for (int shift = 16; shift >= 0 && used < *size; shift -= 8) bytes[used++] = (uint8_t)(group >> shift);
    group = 0;
  }
  return bytes;
}

/* Sign and magnitude of a JSON integer or of `{"$integer": "…"}`; must lie in [least, most]. */
static uint64_t take_integer(const Value *value, int64_t least, uint64_t most) {
  const Value *tagged = member(value, "$integer");
  const Value *number = tagged == NULL ? value : tagged;
  if (number->kind != (tagged == NULL ? JSON_NUMBER : JSON_STRING)) wrong(value, "an integer");
  const char *digits = number->text;
  bool negative = *digits == '-';
  uint64_t magnitude = 0;
  digits += negative;
  if (*digits == 0) wrong(number, "an integer");
  for (; *digits != 0; digits += 1) {
    unsigned digit = (unsigned)(*digits - '0');
    if (digit > 9) wrong(number, "an integer");
    if (magnitude > (UINT64_MAX - digit) / 10) wrong(number, "an integer that fits its C type");
    magnitude = magnitude * 10 + digit;
  }
  bool fits = negative ? magnitude <= (least < 0 ? (uint64_t)0 - (uint64_t)least : 0) : magnitude <= most;
  if (!fits) wrong(number, "an integer that fits its C type");
  return negative ? (uint64_t)0 - magnitude : magnitude;
}

static double take_number(const Value *value) {
  if (value->kind != JSON_NUMBER) wrong(value, "a number");
  return strtod(value->text, NULL);
}

static bool take_boolean(const Value *value) {
  if (value->kind != JSON_TRUE && value->kind != JSON_FALSE) wrong(value, "a boolean");
  return value->kind == JSON_TRUE;
}

/* An uninitialised-looking buffer: what the callee leaves out, a missing NUL included, stays visible. */
static void *take_buffer(const Value *value, size_t *capacity) {
  *capacity = (size_t)take_integer(value, 0, SIZE_MAX / 2);
  void *buffer = fresh(*capacity);
  memset(buffer, 0xAA, *capacity);
  return buffer;
}

#define TAKE_INTEGERS(value, nullable, type, least, most, into, count)                                    \
  type *into = NULL;                                                                                      \
  size_t count = 0;                                                                                       \
  if (!((nullable) && (value)->kind == JSON_NULL)) {                                                      \
    if ((value)->kind != JSON_ARRAY) wrong(value, "an array of integers");                                \
    into = (type *)fresh((value)->size * sizeof(type));                                                   \
    for (const Value *each = (value)->first; each != NULL; each = each->next) into[count++] = (type)take_integer(each, least, most); \
  }
