const kiosks = new Map();
const figuresOf = (kiosk) => kiosks.get(kiosk) || [];

const desk = {
  addFigure(kiosk, figure) {
    kiosks.set(kiosk, figuresOf(kiosk).concat(figure));
  },
  closeKiosk(kiosk) {
    kiosks.delete(kiosk);
  },
  total: (kiosk) => figuresOf(kiosk).reduce((sum, figure) => sum + figure, 0),
  days: (kiosk) => figuresOf(kiosk).length,
  largest(kiosk) {
    if (desk.days(kiosk) === 0) throw new Error('no figures');
    return Math.max(...figuresOf(kiosk));
  },
  smallest(kiosk) {
    if (desk.days(kiosk) === 0) throw new Error('no figures');
    return Math.min(...figuresOf(kiosk));
  },
  runReport(kiosk, reportName) {
    if (typeof desk[reportName] !== 'function') throw new Error(`unknown report: ${reportName}`);
    return desk[reportName](kiosk);
  },
};

module.exports = desk;
