const kiosks = new Map();

const reports = new Map([
  ['total', (figures) => figures.reduce((sum, figure) => sum + figure, 0)],
  ['days', (figures) => figures.length],
  ['largest', (figures) => Math.max(...figures)],
  ['smallest', (figures) => Math.min(...figures)],
]);

function addFigure(kiosk, figure) {
  kiosks.set(kiosk, [...(kiosks.get(kiosk) ?? []), figure]);
}

function runReport(kiosk, reportName) {
  const report = reports.get(reportName);
  if (report === undefined) throw new Error(`no report ${reportName}`);
  const said = report(kiosks.get(kiosk) ?? []);
  if (!Number.isFinite(said)) throw new Error('no figures');
  return said;
}

function closeKiosk(kiosk) {
  kiosks.delete(kiosk);
}

module.exports = { addFigure, runReport, closeKiosk };
