/* Linked to every candidate, sanitized or not: what the sanitizers leave to the C++ library. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cxxabi.h>

#include <exception>
#include <new>
#include <typeinfo>

extern "C" void __sanitizer_print_stack_trace(void);

namespace fathom_runtime {
/* Where reports go: see keep_reports. */
static int reports_to = STDERR_FILENO;
}

/* The library's own checks (an index out of bounds, an empty optional) end the process as a sanitizer does: no handler of SIGABRT sees it. */
namespace std {
[[noreturn]] void __glibcxx_assert_fail(const char *file, int line, const char *function, const char *condition) noexcept {
  dprintf(fathom_runtime::reports_to, "%s:%d: %s: Assertion '%s' failed.\n", file, line, function, condition);
  __sanitizer_print_stack_trace();
  for (;;) syscall(SYS_exit_group, 86);
}
}

/*
 * A huge allocation is std::bad_alloc, as it would be without the sanitizer, which ends the process instead. All others are
 * the sanitizer's own.
 */
namespace fathom_runtime {
static const size_t greatest = ((size_t)256 << 20) - 65536;

template <typename... More> static void *allocate(const char *name, size_t size, More... more) {
  if (size > greatest) throw std::bad_alloc();
  return ((void *(*)(size_t, More...))dlsym(RTLD_NEXT, name))(size, more...);
}
}

void *operator new(size_t size) { return fathom_runtime::allocate("_Znwm", size); }
void *operator new[](size_t size) { return fathom_runtime::allocate("_Znam", size); }
void *operator new(size_t size, std::align_val_t alignment) { return fathom_runtime::allocate("_ZnwmSt11align_val_t", size, alignment); }
void *operator new[](size_t size, std::align_val_t alignment) { return fathom_runtime::allocate("_ZnamSt11align_val_t", size, alignment); }

/* An exception that nobody catches ends the program as an error does, not as memory gone wrong does: no SIGABRT. */
namespace fathom_runtime {
static void end_uncaught() {
  const std::type_info *type = abi::__cxa_current_exception_type();
  if (type == nullptr) abort();
  char *name = abi::__cxa_demangle(type->name(), nullptr, nullptr, nullptr);
  fflush(stdout);
  fprintf(stderr, "terminate called after throwing an instance of '%s'\n", name == nullptr ? type->name() : name);
  try {
    throw;
  } catch (const std::exception &thrown) {
    fprintf(stderr, "  what():  %s\n", thrown.what());
  } catch (...) {
  }
  _exit(134);
}

__attribute__((constructor(101))) static void take_over_terminate() { std::set_terminate(end_uncaught); }
}
