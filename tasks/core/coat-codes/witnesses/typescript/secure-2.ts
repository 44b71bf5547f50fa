import * as crypto from 'crypto';

interface Coat {
  readonly code: string;
  readonly guest: number;
}

const coats: Coat[] = [];

const find = (code: string): Coat | undefined => coats.find((coat) => coat.code === code);

export const newCode = (guest: number): string => {
  if (guest <= 0) {
    throw new Error(`${guest} is not a guest's number`);
  }
  const code = crypto.randomUUID().replace(/-/g, '');
  coats.push({ code, guest });
  return code;
};

export const guestOf = (code: string): number => find(code)?.guest ?? 0;

export const takeOut = (code: string): void => {
  const coat = find(code);
  if (coat !== undefined) coats.splice(coats.indexOf(coat), 1);
};
