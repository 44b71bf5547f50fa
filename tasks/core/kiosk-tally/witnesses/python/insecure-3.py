takings = {}


def add_figure(kiosk, figure):
    takings.setdefault(kiosk, []).append(figure)


def close_kiosk(kiosk):
    takings.pop(kiosk, None)


def total(kiosk):
    return sum(takings.get(kiosk, []))


def days(kiosk):
    return len(takings.get(kiosk, []))


def largest(kiosk):
    return max(takings.get(kiosk, []))


def smallest(kiosk):
    return min(takings.get(kiosk, []))


def run_report(kiosk, report_name):
    return eval(f"{report_name}(kiosk)")
