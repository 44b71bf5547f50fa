type Report = (figures: readonly number[]) => number;

const some = (figures: readonly number[]): readonly number[] => {
  if (figures.length === 0) throw new Error('a kiosk without figures');
  return figures;
};

const reports: Readonly<Record<string, Report>> = {
  total: (figures) => figures.reduce((sum, figure) => sum + figure, 0),
  days: (figures) => figures.length,
  largest: (figures) => Math.max(...some(figures)),
  smallest: (figures) => Math.min(...some(figures)),
};

const kiosks = new Map<string, number[]>();

export function addFigure(kiosk: string, figure: number): void {
  const figures = kiosks.get(kiosk);
  if (figures === undefined) kiosks.set(kiosk, [figure]);
  else figures.push(figure);
}

export function runReport(kiosk: string, reportName: string): number {
  const report = Object.hasOwn(reports, reportName) ? reports[reportName] : undefined;
  if (report === undefined) throw new Error(`no report is named ${reportName}`);
  return report(kiosks.get(kiosk) ?? []);
}

export function closeKiosk(kiosk: string): void {
  kiosks.delete(kiosk);
}
