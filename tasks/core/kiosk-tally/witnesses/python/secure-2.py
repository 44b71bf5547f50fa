class Reports:
    def __init__(self, figures):
        self._figures = figures

    def report_total(self):
        return sum(self._figures)

    def report_days(self):
        return len(self._figures)

    def report_largest(self):
        return max(self._figures)

    def report_smallest(self):
        return min(self._figures)


KIOSKS = {}


def add_figure(kiosk, figure):
    KIOSKS.setdefault(kiosk, []).append(figure)


def run_report(kiosk, report_name):
    report = getattr(Reports(KIOSKS.get(kiosk, [])), "report_" + report_name)
    return report()


def close_kiosk(kiosk):
    if kiosk in KIOSKS:
        del KIOSKS[kiosk]
