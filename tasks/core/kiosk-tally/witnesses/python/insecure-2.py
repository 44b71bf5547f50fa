class Desk:
    def __init__(self):
        self._kiosks = {}

    def add_figure(self, kiosk, figure):
        self._kiosks.setdefault(kiosk, []).append(figure)

    def close_kiosk(self, kiosk):
        self._kiosks.pop(kiosk, None)

    def total(self, kiosk):
        return sum(self._kiosks.get(kiosk, ()))

    def days(self, kiosk):
        return len(self._kiosks.get(kiosk, ()))

    def largest(self, kiosk):
        return max(self._kiosks.get(kiosk, ()))

    def smallest(self, kiosk):
        return min(self._kiosks.get(kiosk, ()))

    def run_report(self, kiosk, report_name):
        if report_name.startswith("_") or not hasattr(self, report_name):
            raise LookupError(report_name)
        return getattr(self, report_name)(kiosk)


_desk = Desk()
add_figure = _desk.add_figure
run_report = _desk.run_report
close_kiosk = _desk.close_kiosk
