export function orderDocument(customer: string, tile: string, quantity: number, remark: string): string {
  return '<order/>';
}
