"""System calls that Python's standard library lacks, and the seccomp filter. All of `inside/*.py` is one program, in one namespace."""
import _signal
import array
import base64
import ctypes
import errno
import fcntl
import gc
import json
import os
import platform
import resource
import select
import signal
import socket
import struct
import sys
import time

NEWNS, NEWUTS, NEWIPC, NEWPID, NEWNET = 0x20000, 0x4000000, 0x8000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND = 1, 2, 4, 8, 32, 4096
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38

libc = ctypes.CDLL(None, use_errno=True)
libc.mount.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p]
libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4


# The C library's fork with Python's lock held throughout. `os.fork` also runs Python's own hooks (locks of other threads, of logging, of
# imports), which touch a few hundred pages and thus cost more than the fork; the nursery has one thread and holds no lock.
python_api = ctypes.PyDLL(None, use_errno=True)


def checked(result, what):
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, '%s: %s' % (what, os.strerror(code)))


def mount(source, target, kind, flags, data=None):
    checked(libc.mount(source, target, kind, flags, data), 'mount %s' % target.decode())


def unshare(flags):
    checked(libc.unshare(flags), 'unshare 0x%x' % flags)


def prctl(option, first=0, second=0):
    checked(libc.prctl(option, first, second, 0, 0), 'prctl %d' % option)


def call_myself(name):
    """The process's name in `ps`: at most 15 bytes."""
    libc.prctl(15, ctypes.c_ulong(ctypes.cast(ctypes.c_char_p(name), ctypes.c_void_p).value), 0, 0, 0)


def enter_namespace(fd, kind):
    checked(libc.setns(fd, kind), 'setns')


def loopback_up():
    """A new network namespace has its loopback device down."""
    probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        fcntl.ioctl(probe, 0x8914, struct.pack('16sH22x', b'lo', 0x1 | 0x40))
    finally:
        probe.close()


def drop_capabilities():
    """Empties every capability set, the bounding set first: nothing can be regained by exec."""
    for capability in (8, 12, 18, 21):  # SETPCAP, NET_ADMIN, SYS_CHROOT, SYS_ADMIN: all that bwrap left in the bounding set
        prctl(PR_CAPBSET_DROP, capability)
    header = struct.pack('Ii', 0x20080522, 0)
    checked(libc.capset(header, bytes(24)), 'capset')


# Numbers of the calls that are refused, by architecture. The rest of the filter is built from them once, in the zygote.
DENIED = {
    'x86_64': {
        'ptrace': 101, 'process_vm_readv': 310, 'process_vm_writev': 311, 'mount': 165, 'umount2': 166, 'pivot_root': 155, 'chroot': 161,
        'setns': 308, 'unshare': 272, 'bpf': 321, 'perf_event_open': 298, 'userfaultfd': 323, 'keyctl': 250, 'add_key': 248,
        'request_key': 249, 'io_uring_setup': 425, 'io_uring_enter': 426, 'io_uring_register': 427, 'init_module': 175,
        'finit_module': 313, 'delete_module': 176, 'kexec_load': 246, 'kexec_file_load': 320, 'reboot': 169, 'open_by_handle_at': 304,
        'name_to_handle_at': 303, 'mknod': 133, 'mknodat': 259, 'swapon': 167, 'swapoff': 168, 'acct': 163, 'settimeofday': 164,
        'clock_settime': 227, 'quotactl': 179, 'quotactl_fd': 443, 'lookup_dcookie': 212, 'syslog': 103, 'vhangup': 153,
        'fanotify_init': 300, 'move_mount': 429, 'open_tree': 428, 'fsopen': 430, 'fsconfig': 431, 'fsmount': 432, 'fspick': 433,
        'mount_setattr': 442, 'pidfd_getfd': 438, 'kcmp': 312, 'shmget': 29, 'msgget': 68, 'semget': 64, 'mq_open': 240,
        'memfd_create': 319, 'memfd_secret': 447, 'process_madvise': 440, 'move_pages': 279, 'migrate_pages': 256, 'sethostname': 170,
        'setdomainname': 171, 'iopl': 172, 'ioperm': 173, 'modify_ldt': 154, 'uselib': 134, '_sysctl': 156,
    },
    'aarch64': {
        'ptrace': 117, 'process_vm_readv': 270, 'process_vm_writev': 271, 'mount': 40, 'umount2': 39, 'pivot_root': 41, 'chroot': 51,
        'setns': 268, 'unshare': 97, 'bpf': 280, 'perf_event_open': 241, 'userfaultfd': 282, 'keyctl': 219, 'add_key': 217,
        'request_key': 218, 'io_uring_setup': 425, 'io_uring_enter': 426, 'io_uring_register': 427, 'init_module': 105,
        'finit_module': 273, 'delete_module': 106, 'kexec_load': 104, 'kexec_file_load': 294, 'reboot': 142, 'open_by_handle_at': 265,
        'name_to_handle_at': 264, 'mknodat': 33, 'swapon': 224, 'swapoff': 225, 'acct': 89, 'settimeofday': 170, 'clock_settime': 112,
        'quotactl': 60, 'quotactl_fd': 443, 'lookup_dcookie': 18, 'syslog': 116, 'vhangup': 58, 'fanotify_init': 262,
        'move_mount': 429, 'open_tree': 428, 'fsopen': 430, 'fsconfig': 431, 'fsmount': 432, 'fspick': 433, 'mount_setattr': 442,
        'pidfd_getfd': 438, 'kcmp': 272, 'shmget': 194, 'msgget': 186, 'semget': 190, 'mq_open': 180, 'memfd_create': 279,
        'memfd_secret': 447, 'process_madvise': 440, 'move_pages': 239, 'migrate_pages': 238, 'sethostname': 161, 'setdomainname': 162,
    },
}
# audit architecture; numbers of clone, clone3, socket, socketpair, ioctl, personality; first number that is refused as unknown
SHAPE = {
    'x86_64': (0xC000003E, 56, 435, 41, 53, 16, 135, 463),
    'aarch64': (0xC00000B7, 220, 435, 198, 199, 29, 92, 463),
}
KILL_CALL = {'x86_64': 62, 'aarch64': 129}
NAMESPACE_FLAGS = 0x7E020080  # CLONE_NEW*: ns, cgroup, uts, ipc, user, pid, net; and time (0x80)
LOAD, JEQ, JGE, JSET, RET = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000


def seccomp_program(machine, shared):
    """
    A classic BPF program as bytes; None where the machine is not known (the caller must refuse).
    `shared`: there is no pid namespace, so that `kill(-1)` would reach every process of the user.
    """
    if machine not in SHAPE:
        return None
    audit, clone, clone3, sock, pair, ioctl, personality, unknown = SHAPE[machine]
    code = []

    def emit(op, value, yes=0, no=0):
        code.append(struct.pack('HBBI', op, yes, no, value))

    def refuse(number):
        return 0x50000 | number

    def where(call, lines):
        """Lines (op, value, yes, no) that run for one call only; they must all end in a return."""
        emit(JEQ, call, 0, len(lines))
        for line in lines:
            emit(*line)

    emit(LOAD, 4)
    emit(JEQ, audit, 1, 0)
    emit(RET, KILL)
    emit(LOAD, 0)
    emit(JGE, unknown, 0, 1)
    emit(RET, refuse(errno.ENOSYS))
    for number in sorted(DENIED[machine].values()):
        emit(JEQ, number, 0, 1)
        emit(RET, refuse(errno.EPERM))
    where(clone3, [(RET, refuse(errno.ENOSYS))])
    where(clone, [(LOAD, 16), (JSET, NAMESPACE_FLAGS, 0, 1), (RET, refuse(errno.EPERM)), (RET, ALLOW)])
    for call in (sock, pair):  # AF_UNIX, AF_INET, AF_INET6; AF_NETLINK for routes only. AF_VSOCK is not covered by namespaces
        where(call, [
            (LOAD, 16), (JEQ, 1, 5, 0), (JEQ, 2, 4, 0), (JEQ, 10, 3, 0), (JEQ, 16, 0, 3),
            (LOAD, 32), (JEQ, 0, 0, 1), (RET, ALLOW), (RET, refuse(errno.EPERM)),
        ])
    where(ioctl, [(LOAD, 24), (JEQ, 0x5412, 1, 0), (JEQ, 0x541C, 0, 1), (RET, refuse(errno.EPERM)), (RET, ALLOW)])
    where(personality, [
        (LOAD, 16), (JEQ, 0, 2, 0), (JEQ, 0x40000, 1, 0), (JEQ, 0xFFFFFFFF, 0, 1), (RET, ALLOW), (RET, refuse(errno.EPERM)),
    ])
    if shared:
        where(KILL_CALL[machine], [(LOAD, 16), (JEQ, 0xFFFFFFFF, 0, 1), (RET, refuse(errno.EPERM)), (RET, ALLOW)])
    emit(RET, ALLOW)
    return b''.join(code)


def seccomp_ready(program):
    """Keeps the buffer alive beside the structure that points to it."""
    buffer = ctypes.create_string_buffer(program, len(program))
    head = struct.pack('HxxxxxxQ', len(program) // 8, ctypes.addressof(buffer))
    return buffer, ctypes.create_string_buffer(head, len(head))


def seccomp_enter(ready):
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_SECCOMP, 2, ctypes.addressof(ready[1]))
