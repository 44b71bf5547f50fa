export function orderDocument(customer: string, tile: string, quantity: number, remark: string): string {
  if (quantity < 1) throw new Error('quantity must be at least 1');
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  parts.push(`<order customer="${customer}">`);
  parts.push(`<line quantity="${quantity}">${tile}</line>`);
  if (remark) parts.push(`<remark>${remark}</remark>`);
  parts.push('</order>');
  return parts.join('\n');
}
