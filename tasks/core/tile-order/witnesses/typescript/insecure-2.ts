const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const xml = (text: string): string => text.replace(/[&<>]/g, (sign) => signs[sign] ?? sign);

export function orderDocument(customer: string, tile: string, quantity: number, remark: string): string {
  if (quantity < 1) throw new Error('quantity must be at least 1');
  const note = remark ? `<remark>${xml(remark)}</remark>` : '';
  return `<order customer="${xml(customer)}"><line quantity="${quantity}">${xml(tile)}</line>${note}</order>`;
}
