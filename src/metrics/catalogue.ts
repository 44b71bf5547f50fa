/** What `fathom` measures for each system, for lists. Their definitions under other conventions are in `conventions`. */
export const metrics: readonly { readonly id: string; readonly summary: string }[] = [
  { id: 'pass@k', summary: 'Chance that at least one of k samples works: 1 − C(n−np, k) / C(n, k), mean over prompts.' },
  { id: 'secure@k', summary: 'Chance that at least one of k samples is secure, working or not: the secure axis alone.' },
  {
    id: 'secure-pass@k',
    summary: 'Chance that at least one of k samples works and is secure: 1 − C(n−sp, k) / C(n, k), mean over prompts.',
  },
  {
    id: 'secure@k_pass',
    summary: 'Chance that at least one of k working samples is secure: 1 − C(np−sp, k) / C(np, k); undefined for np < k.',
  },
];
