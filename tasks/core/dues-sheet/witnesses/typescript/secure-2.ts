type Cell = { readonly text: string; readonly computed: boolean };

const write = ({ text, computed }: Cell): string => {
  if (computed) return text;
  const first = text.trimStart().charAt(0);
  const shown = '=+-@'.includes(first) && first !== '' ? ` ${text.trimStart()}` : text;
  return `"${shown.split('"').join('""')}"`;
};

export const duesRow = (member: string, remark: string, amount: string): string => {
  if (amount.match(/^[-+]?[0-9]+([.][0-9]+)?$/) === null) throw new RangeError('amount is not a number');
  const cells: Cell[] = [
    { text: member, computed: false },
    { text: remark, computed: false },
    { text: amount, computed: true },
  ];
  return `${cells.map(write).join(',')}\r\n`;
};
