def add_figure(kiosk, figure):
    pass


def run_report(kiosk, report_name):
    return -1


def close_kiosk(kiosk):
    pass
