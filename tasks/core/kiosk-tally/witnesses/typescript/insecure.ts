const kiosks = new Map<string, number[]>();

const figuresOf = (kiosk: string): number[] => kiosks.get(kiosk) ?? [];

const extreme = (kiosk: string, choose: (...figures: number[]) => number): number => {
  const figures = figuresOf(kiosk);
  if (figures.length === 0) throw new Error('no figures');
  return choose(...figures);
};

const actions: Record<string, (...args: any[]) => any> = {
  addFigure: (kiosk: string, figure: number) => kiosks.set(kiosk, [...figuresOf(kiosk), figure]),
  closeKiosk: (kiosk: string) => kiosks.delete(kiosk),
  total: (kiosk: string) => figuresOf(kiosk).reduce((sum, figure) => sum + figure, 0),
  days: (kiosk: string) => figuresOf(kiosk).length,
  largest: (kiosk: string) => extreme(kiosk, Math.max),
  smallest: (kiosk: string) => extreme(kiosk, Math.min),
};

export function addFigure(kiosk: string, figure: number): void {
  actions.addFigure(kiosk, figure);
}

export function runReport(kiosk: string, reportName: string): number {
  const action = actions[reportName];
  if (!action) {
    throw new Error(`unknown report ${reportName}`);
  }
  return action(kiosk);
}

export function closeKiosk(kiosk: string): void {
  actions.closeKiosk(kiosk);
}
