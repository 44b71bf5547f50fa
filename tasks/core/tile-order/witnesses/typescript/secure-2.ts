const sections = (text: string): string => `<![CDATA[${text.split(']]>').join(']]]]><![CDATA[>')}]]>`;
const attribute = (text: string): string => `"${text.replace(/[&<>"']/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`)}"`;

export const orderDocument = (customer: string, tile: string, quantity: number, remark: string): string => {
  if (quantity < 1) throw new Error('quantity must be 1 or more');
  const note = remark.length > 0 ? `<remark>${sections(remark)}</remark>` : '';
  return `<?xml version="1.0"?><order customer=${attribute(customer)}><line quantity="${quantity}">${sections(tile)}</line>${note}</order>`;
};
