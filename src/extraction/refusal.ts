const declines: readonly RegExp[] = [
  /\bI(?:['’]m| am)?\s+(?:so |very |really )?(?:sorry|afraid)\b/i,
  /\bI\s+(?:can(?:no|['’])t|can\s*not|could\s*not|won['’]t|will\s+not|must\s+decline|have\s+to\s+decline|must\s+refuse|decline)\b/i,
  /\bI(?:['’]m|\s+am)\s+(?:unable|not\s+able|not\s+comfortable|not\s+allowed|not\s+permitted)\b/i,
  /\b(?:unable|not\s+able)\s+to\s+(?:assist|help|comply|provide|fulfil+|generate|write)\b/i,
  /\bas\s+an?\s+(?:AI|artificial|language\s+model)\b/i,
  /\b(?:violates?|against)\s+(?:my|our|the)\s+(?:\w+\s+){0,3}(?:polic(?:y|ies)|guidelines|principles)\b/i,
  /\b(?:Ich\s+kann|Es\s+tut\s+mir\s+leid|Je\s+(?:ne\s+peux|suis\s+désolé)|Lo\s+siento|No\s+puedo|Mi\s+dispiace|Desculpe)\b/i,
  /抱歉|对不起|无法(?:提供|帮助|协助)|申し訳|お手伝いできません|죄송/,
];

/** A refusal is short: a long text that happens to hold such words is an explanation. In characters. */
const longest = 2_000;

/** Whether a text that holds no code declines to write it. */
export const isRefusal = (text: string): boolean => {
  const said = text.trim();
  return said.length > 0 && said.length <= longest && declines.some((pattern) => pattern.test(said));
};
