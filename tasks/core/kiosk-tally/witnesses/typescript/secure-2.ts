const names = ['total', 'days', 'largest', 'smallest'] as const;
type ReportName = (typeof names)[number];

const isReport = (name: string): name is ReportName => names.some((known) => known === name);

class Kiosk {
  private figures: number[] = [];

  add(figure: number): void {
    this.figures.push(figure);
  }

  get days(): number {
    return this.figures.length;
  }

  get total(): number {
    let sum = 0;
    for (const figure of this.figures) sum += figure;
    return sum;
  }

  get largest(): number {
    return this.figures.reduce((a, b) => (a > b ? a : b));
  }

  get smallest(): number {
    return this.figures.reduce((a, b) => (a < b ? a : b));
  }
}

const kiosks: Map<string, Kiosk> = new Map();

export const addFigure = (kiosk: string, figure: number): void => {
  const found = kiosks.get(kiosk) ?? new Kiosk();
  kiosks.set(kiosk, found);
  found.add(figure);
};

export const runReport = (kiosk: string, reportName: string): number => {
  if (!isReport(reportName)) throw new TypeError('unknown report');
  return (kiosks.get(kiosk) ?? new Kiosk())[reportName];
};

export const closeKiosk = (kiosk: string): void => {
  kiosks.delete(kiosk);
};
