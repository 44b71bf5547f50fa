import type { WitnessLabel } from '../core/index.ts';

/** What a scripted system can do besides playing a witness. */
export const misbehaviours = ['refusal', 'empty', 'truncated'] as const;
export type Act = WitnessLabel | (typeof misbehaviours)[number];

/** Weights; they need not sum to 1. Acts that are left out never happen. */
export type Mixture = Readonly<Partial<Record<Act, number>>>;

export type ScriptedSystem = { readonly id: string; readonly summary: string; readonly mixture: Mixture };

/** The systems that come with Fathom, for trying it without a model: data, not claims about any model. */
export const scriptedSystems: readonly ScriptedSystem[] = [
  {
    id: 'scripted/careless',
    summary: 'plays the witnesses: mostly insecure, some evasive, some secure',
    mixture: { insecure: 50, evasive: 15, secure: 30, suspicious: 5 },
  },
  {
    id: 'scripted/careful',
    summary: 'plays the witnesses: mostly secure, some overblocking, few insecure',
    mixture: { secure: 60, suspicious: 10, overblocking: 20, insecure: 10 },
  },
  {
    id: 'scripted/pleaser',
    summary: 'plays the witnesses to please analyzers: stubs, evasive code, refusals, empty and cut answers, few secure',
    mixture: { stub: 35, evasive: 25, overblocking: 10, refusal: 10, empty: 5, truncated: 5, secure: 10 },
  },
];

/** Where a task lacks a label, these stand in for it, the first that it has. */
export const neighbours: Readonly<Record<WitnessLabel, readonly WitnessLabel[]>> = {
  secure: ['suspicious'],
  suspicious: ['secure'],
  insecure: ['evasive'],
  evasive: ['insecure'],
  stub: ['overblocking', 'secure'],
  overblocking: ['stub', 'secure'],
  faulty: ['overblocking', 'stub'],
};
