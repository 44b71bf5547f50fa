/* Arguments that C does not have, and exceptions. Included by the generated shim.cpp, inside its namespace. */

/* What follows the NUL of a text belongs to nobody: reading it is seen, although a short one lies inside its object. */
template <typename Text> static const Text &guard(const Text &text) {
  __asan_poison_memory_region(text.data() + text.size() + 1, text.capacity() - text.size());
  return text;
}

static void check_text(const Value *value) {
  if (value->kind != JSON_STRING) wrong(value, "a string");
}

/* As people name it: without the inline namespaces of the library. */
static void raise_current(const char *message) {
  const std::type_info *type = abi::__cxa_current_exception_type();
  char *name = type == nullptr ? nullptr : abi::__cxa_demangle(type->name(), nullptr, nullptr, nullptr);
  char plain[sizeof raised_type] = "unknown";
  if (name != nullptr) {
    static const char inner[] = "__cxx11::";
    size_t used = 0;
    for (const char *at = name; *at != 0 && used + 1 < sizeof plain; plain[used++] = *at++)
      while (strncmp(at, inner, sizeof inner - 1) == 0) at += sizeof inner - 1;
    plain[used] = 0;
  }
  raise_as(plain, message == nullptr ? "" : message);
}

template <void (*call)(const Value *const *)> static void guarded(const Value *const *args) {
  try {
    call(args);
  } catch (const std::exception &thrown) {
    raise_current(thrown.what());
  } catch (...) {
    raise_current("");
  }
}
