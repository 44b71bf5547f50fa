class Desk {
  readonly kiosks = new Map<string, number[]>();

  addFigure(kiosk: string, figure: number): void {
    this.kiosks.set(kiosk, [...(this.kiosks.get(kiosk) ?? []), figure]);
  }

  closeKiosk(kiosk: string): void {
    this.kiosks.delete(kiosk);
  }

  total(kiosk: string): number {
    return (this.kiosks.get(kiosk) ?? []).reduce((sum, figure) => sum + figure, 0);
  }

  days(kiosk: string): number {
    return (this.kiosks.get(kiosk) ?? []).length;
  }

  largest(kiosk: string): number {
    return (this.kiosks.get(kiosk) ?? []).reduce((a, b) => Math.max(a, b));
  }

  smallest(kiosk: string): number {
    return (this.kiosks.get(kiosk) ?? []).reduce((a, b) => Math.min(a, b));
  }
}

const desk = new Desk();

export const addFigure = (kiosk: string, figure: number): void => desk.addFigure(kiosk, figure);
export const closeKiosk = (kiosk: string): void => desk.closeKiosk(kiosk);

export const runReport = (kiosk: string, reportName: string): number => {
  if (!(reportName in desk)) throw new Error('no such report');
  return Reflect.apply(Reflect.get(desk, reportName), desk, [kiosk]);
};
