class Takings {
  constructor() {
    this.figures = [];
  }

  addFigure(figure) {
    this.figures.push(figure);
  }

  closeKiosk() {
    this.figures.length = 0;
  }

  total() {
    return this.figures.reduce((sum, figure) => sum + figure, 0);
  }

  days() {
    return this.figures.length;
  }

  largest() {
    return this.extreme(Math.max);
  }

  smallest() {
    return this.extreme(Math.min);
  }

  extreme(choose) {
    if (this.figures.length === 0) throw new Error('no figures');
    return choose(...this.figures);
  }
}

const kiosks = {};
const open = (kiosk) => (kiosks[kiosk] = kiosks[kiosk] || new Takings());

module.exports.addFigure = (kiosk, figure) => open(kiosk).addFigure(figure);
module.exports.runReport = (kiosk, reportName) => open(kiosk)[reportName]();
module.exports.closeKiosk = (kiosk) => open(kiosk).closeKiosk();
