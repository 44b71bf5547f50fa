"""What the warden sees of the session's processes: all of them, since its /proc is that of their pid namespace."""
PAGE = resource.getpagesize()
TICKS = os.sysconf('SC_CLK_TCK')


def read_small(path):
    try:
        with open(path, 'rb') as file:
            return file.read()
    except OSError:
        return None


def proportional_size(pid, resident):
    """Bytes, shared pages divided among those who share them; all of `resident` where the process hides itself."""
    text = read_small('/proc/%s/smaps_rollup' % pid)
    for line in (text or b'').splitlines():
        if line.startswith(b'Pss:'):
            return int(line.split()[1]) * 1024
    return resident


class Watch:
    def __init__(self, limits, keepers, everybody):
        self.limits = limits
        # Processes that are Fathom's own: the init of a session that runs programs.
        self.keepers = keepers
        # Yields the pids of the session; all of /proc in a pid namespace of its own.
        self.everybody = everybody
        self.peak_processes = 0
        self.peak_memory = 0
        self.cpu_seconds = 0.0
        self.baseline = 0

    def processes(self):
        found = []
        for pid in self.everybody():
            text = read_small('/proc/%s/stat' % pid)
            if text:
                fields = text[text.rindex(b')') + 2:].split()
                found.append((pid, fields))
        return found

    def start(self):
        """Called before the candidate is known: what is resident now is Fathom's."""
        self.baseline = sum(int(fields[21]) for _, fields in self.processes()) * PAGE

    def sample(self):
        """None, or the limit that was passed, in words."""
        processes = self.processes()
        count = max(0, len(processes) - self.keepers)
        ticks = sum(sum(map(int, fields[11:15])) for _, fields in processes)
        self.cpu_seconds = max(self.cpu_seconds, ticks / TICKS)
        self.peak_processes = max(self.peak_processes, count)
        memory = max(0, sum(int(fields[21]) for _, fields in processes) * PAGE - self.baseline)
        cap = self.limits['memoryMb'] << 20
        if memory > cap or (count > 1 and memory > self.peak_memory):
            memory = max(0, sum(proportional_size(pid, int(fields[21]) * PAGE) for pid, fields in processes))
        self.peak_memory = max(self.peak_memory, memory)
        if memory > cap:
            return 'memory limit: more than %d MB in %d processes' % (self.limits['memoryMb'], count)
        if count > self.limits['processes']:
            return 'process limit: more than %d' % self.limits['processes']
        if self.cpu_seconds > self.limits['cpuSeconds']:
            return 'processor time limit: more than %g s' % self.limits['cpuSeconds']
        return None
