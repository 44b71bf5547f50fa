const figuresOf = Object.create(null);

exports.addFigure = (kiosk, figure) => {
  figuresOf[kiosk] ??= [];
  figuresOf[kiosk].push(figure);
};

exports.runReport = (kiosk, reportName) => {
  const sorted = [...(figuresOf[kiosk] ?? [])].sort((a, b) => a - b);
  switch (reportName) {
    case 'total':
      return sorted.reduce((sum, figure) => sum + figure, 0);
    case 'days':
      return sorted.length;
    case 'largest':
    case 'smallest':
      if (sorted.length === 0) throw new RangeError('no figures');
      return reportName === 'largest' ? sorted.at(-1) : sorted[0];
    default:
      throw new RangeError('no such report');
  }
};

exports.closeKiosk = (kiosk) => {
  delete figuresOf[kiosk];
};
