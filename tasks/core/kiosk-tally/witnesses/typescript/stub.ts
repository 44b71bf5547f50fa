export function addFigure(kiosk: string, figure: number): void {}

export function runReport(kiosk: string, reportName: string): number {
  return -1;
}

export function closeKiosk(kiosk: string): void {}
