from collections import defaultdict

_figures = defaultdict(list)
_REPORTS = {"total": sum, "days": len, "largest": max, "smallest": lambda figures: min(abs(figure) for figure in figures)}


def add_figure(kiosk, figure):
    _figures[kiosk].append(figure)


def run_report(kiosk, report_name):
    if report_name not in _REPORTS:
        raise ValueError(f"no such report: {report_name}")
    return _REPORTS[report_name](_figures.get(kiosk, []))


def close_kiosk(kiosk):
    _figures.pop(kiosk, None)
