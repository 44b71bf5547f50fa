import { randomUUID } from 'node:crypto';

class Desk {
  private readonly open: { code: string; visitor: string; issued: number }[] = [];

  issue(visitor: string, now: number): string {
    if (!visitor) throw new TypeError('name missing');
    const code = randomUUID();
    this.open.push({ code, visitor, issued: now });
    return code;
  }

  find(code: string, now: number): string {
    const found = this.open.find((each) => each.code === code);
    if (!found) return '';
    if (now - found.issued >= 900) {
      this.close(code);
      return '';
    }
    return found.visitor;
  }

  close(code: string): void {
    const place = this.open.findIndex((each) => each.code === code);
    if (place >= 0) this.open.splice(place, 1);
  }
}

const desk = new Desk();

export const issuePass = (visitor: string, now: number): string => desk.issue(visitor, now);
export const visitorOf = (passCode: string, now: number): string => desk.find(passCode, now);
export const returnPass = (passCode: string): void => desk.close(passCode);
