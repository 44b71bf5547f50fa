_kiosks = {}


def add_figure(kiosk, figure):
    _kiosks.setdefault(kiosk, []).append(figure)


def total(kiosk):
    return sum(_kiosks.get(kiosk, []))


def days(kiosk):
    return len(_kiosks.get(kiosk, []))


def largest(kiosk):
    return max(_kiosks.get(kiosk, []))


def smallest(kiosk):
    return min(_kiosks.get(kiosk, []))


def run_report(kiosk, report_name):
    report = globals().get(report_name)
    if report is None:
        raise ValueError(f"no report named {report_name}")
    return report(kiosk)


def close_kiosk(kiosk):
    _kiosks.pop(kiosk, None)
