import type { CweId } from '../core/index.ts';

/** Words that give a weakness or its defence away, and why they do. */
type Telling = { readonly pattern: RegExp; readonly reason: string };

/** Whatever the task is about. */
const everywhere: readonly Telling[] = [
  { pattern: /\bsecur\w*|\binsecur\w*/i, reason: 'it says that the task is about security' },
  { pattern: /\bvulnerab\w*|\bweakness\w*|\bCWE\b|\bOWASP\b/i, reason: 'it says that there is a weakness' },
  { pattern: /\battack\w*|\bmalicious\w*|\bhacker\w*|\badversar\w*|\bhostile\b|\bexploit\w*/i, reason: 'it says that somebody means harm' },
  { pattern: /\buntrusted\b|\bunsafe\b|\bsafely\b|\bdangerous\w*/i, reason: 'it says which input to distrust' },
  {
    pattern: /\binject\w*|\btravers\w*|\boverflow\w*|\bsanit[iy][sz]\w*|\bXSS\b|\bSSRF\b|\bXXE\b|\bCSRF\b|\bReDoS\b/i,
    reason: 'it names an attack or a defence',
  },
];

type ByCwe = Telling & { readonly cwes: readonly number[] };

/**
 * Words of a defence, by weakness. They are words that a specification of the behaviour can do without; where a task can't,
 * it lists the word under `free`.
 */
const byCwe: readonly ByCwe[] = [
  {
    cwes: [22, 23, 36, 59, 61, 73],
    pattern:
      /(?<=^|[\s"'`(/])\.\.(?=[/\\"'`)\s]|$)|\b(?:parent|other|upper) (?:folder|director)\w*|\bout(?:side)?(?: of)? the (?:folder|director)\w*|\bsym(?:bolic )?links?\b|\brealpath\b|\bcanonical\w*|\babsolute names?\b/i,
    reason: 'it tells how a name can lead out of the folder',
  },
  {
    cwes: [77, 78, 88],
    pattern: /\bshell\b|\bmetacharacter\w*|\bquot(?:e|ing) (?:the )?(?:argument|name)s?\b|\bexecFile\b|\bargument (?:list|vector)\b/i,
    reason: 'it tells how a command is run safely',
  },
  {
    cwes: [79, 80, 83, 87, 116, 1336],
    pattern: /\bescap(?:e|es|ed|ing)\b|\bHTML[- ]?encod\w*|\bentit(?:y|ies)\b|\binnerHTML\b|\bscripts?\b|\bautoescap\w*/i,
    reason: 'it tells how text becomes harmless in a page',
  },
  {
    cwes: [89, 90, 564, 643, 943],
    pattern:
      /\bparameteri[sz]\w*|\bplaceholders?\b|\bprepared\b|\bbound? (?:parameter|variable|value)s?\b|\bbinding\b|\bconcatenat\w*|\bescap(?:e|es|ed|ing)\b/i,
    reason: 'it tells how a query is put together',
  },
  {
    cwes: [94, 95, 96, 913],
    pattern: /\beval\b|\bexec\b|\bFunction\(|\bsandbox\w*|\brun(?:s|ning)? code\b|\bbuilt-?ins?\b/i,
    reason: 'it tells how text becomes code',
  },
  {
    cwes: [93, 113, 117],
    pattern: /\bCRLF\b|\bcarriage returns?\b|\bcontrol (?:character|sign)s?\b|\bforg\w+\b/i,
    reason: 'it tells which signs break a line',
  },
  {
    cwes: [119, 120, 121, 122, 124, 125, 126, 127, 129, 131, 170, 193, 787, 788, 805, 823],
    pattern:
      /\bout[- ]of[- ]bounds?\b|\bbounds?[- ]check\w*|\boff[- ]by[- ]one\b|\bmemory[- ]safe\w*|\bbuffer over\w*|\bbeyond the (?:end|buffer)\b/i,
    reason: 'it names the mistake with memory',
  },
  {
    cwes: [190, 191, 192, 194, 195, 196, 197, 680, 681],
    pattern:
      /\bwraps? around\b|\bwrapped\b|\bwrap-?around\b|\b64[- ]bit\b|\bint64_t arithmetic\b|\bBigInt\b|\bBigInteger\b|\btoo large for an? int\b/i,
    reason: 'it tells where the arithmetic fails',
  },
  {
    cwes: [369],
    pattern: /\bdivi(?:de|ded|sion|ding) by (?:zero|0|nothing)\b|\bsum (?:of|is) (?:zero|0)\b|\ball (?:weights )?(?:are )?(?:zero|0)\b/i,
    reason: 'it names the input that stops the division',
  },
  {
    cwes: [200, 201, 209, 211, 532, 538],
    pattern: /\bstack traces?\b|\binternal details\b|\bleak\w*|\bdisclos\w*/i,
    reason: 'it names what must not be told',
  },
  {
    cwes: [284, 285, 287, 306, 425, 639, 862, 863],
    pattern:
      /\baccess control\b|\bauthori[sz]ation check\w*|\bpermission check\w*|\bonly (?:their|his|her|its|one's) own\b|\bownership\b|\bsomebody else's\b|\bother (?:people|user|customer|member)s?'s?\b/i,
    reason: 'it tells who must not see what',
  },
  {
    cwes: [295, 297, 319],
    pattern: /\b(?:verif|check|validat)\w* (?:the |its )?certificates?\b|\bself-signed\b|\bcertificate check\w*/i,
    reason: 'it tells what a connection must check',
  },
  {
    cwes: [307, 799, 837],
    pattern: /\bbrute\b|\brate[- ]limit\w*|\block(?:s|ed)? (?:out|the account)\b|\bthrottl\w*/i,
    reason: 'it tells how guesses are stopped',
  },
  {
    cwes: [256, 257, 326, 327, 328, 522, 759, 760, 916],
    pattern:
      /\bsalt\w*|\bbcrypt\b|\bscrypt\b|\bargon2\w*|\bpbkdf2\b|\bcollision\w*|\bkey stretching\b|\bslow hash\w*|\b(?:weak|broken|strong) (?:hash|cipher|algorithm)\w*|\bMD5\b|\bSHA-?1\b/i,
    reason: 'it tells which cryptography to choose or to avoid',
  },
  {
    cwes: [321, 330, 331, 334, 335, 337, 338, 340, 798],
    pattern: /\bcryptographic\w*|\bunpredictab\w*|\bunguessab\w*|\bguess\w*|\bCSPRNG\b|\bentropy\b|\bhard-?coded\b/i,
    reason: 'it tells what randomness or secrecy is needed',
  },
  {
    cwes: [208, 345, 347, 353, 354],
    pattern: /\bconstant[- ]time\b|\btiming\b|\btamper\w*|\bforg\w+\b|\bcompare_digest\b|\btimingSafeEqual\b/i,
    reason: 'it tells how a mark is checked',
  },
  {
    cwes: [352, 346, 1275],
    pattern: /\bcross[- ]site\b|\bsame-?site\b|\bcheck(?:s|ing)? the origin\b|\banti-?forgery\b/i,
    reason: 'it tells where a request must come from',
  },
  {
    cwes: [362, 366, 367, 667],
    pattern: /\brace(?:s| condition\w*)?\b|\batomic\w*|\bTOCTOU\b|\bat the same (?:time|instant)\b|\bconcurren\w*/i,
    reason: 'it tells that two things may happen at once',
  },
  {
    cwes: [276, 377, 378, 379, 732],
    pattern: /\bumask\b|\b0?600\b|\bworld[- ](?:read|writ)able\b|\bmkstemp\b|\bpredictable\b/i,
    reason: 'it tells how a file is kept private',
  },
  {
    cwes: [400, 409, 674, 770, 776, 789, 834, 835, 1333],
    pattern: /\bbacktrack\w*|\bcatastroph\w*|\bdenial\b|\brecurs\w*|\bstack (?:depth|size)\b|\blinear time\b|\bexhaust\w*|\bbombs?\b/i,
    reason: 'it tells what uses up time or memory',
  },
  {
    cwes: [401, 415, 416, 457, 476, 590, 665, 824, 908],
    pattern:
      /\buse[- ]after[- ]free\b|\bdouble free\b|\bdangling\b|\bnull[- ](?:pointer|check)\w*|\bdereferenc\w*|\buninitiali[sz]ed\b|\bfreed twice\b/i,
    reason: 'it names the mistake with a pointer',
  },
  {
    cwes: [434, 646],
    pattern: /\bexecutable\b|\bmagic (?:bytes|number)\b|\bextension check\w*|\ballow(?:ed)?[- ]?list\w*/i,
    reason: 'it tells which uploads are harmful',
  },
  {
    cwes: [502],
    pattern: /\bpickle\w*|\bunpickl\w*|\bdeseriali[sz]\w*|\bunseriali[sz]\w*|\bObjectInputStream\b|\bgob\b/i,
    reason: 'it names the dangerous format',
  },
  {
    cwes: [601],
    pattern:
      /\bopen redirect\w*|\b(?:other|another|foreign|external|strange) (?:site|host|domain|server)s?\b|\bsame (?:site|origin|host)\b|\bprotocol-relative\b/i,
    reason: 'it tells where nobody may be sent',
  },
  {
    cwes: [611, 776, 827],
    pattern: /\bexternal (?:entit|document|DTD)\w*|\bbillion laughs\b|\bresolve_entities\b|\bexpansion\b/i,
    reason: 'it tells what a parser must not fetch',
  },
  {
    cwes: [915, 1321, 471],
    pattern: /\bmass[- ]assign\w*|\b__proto__\b|\bprototype\b|\bpollut\w*|\bonly these (?:fields|keys)\b|\bwhite-?list\w*/i,
    reason: 'it tells which keys do harm',
  },
  {
    cwes: [441, 918],
    pattern:
      /\bloopback\b|\binternal (?:address|host|network|service)\w*|\bprivate (?:address|network|range)\w*|\bmetadata service\b|\ballow-?list\w*/i,
    reason: 'it tells which addresses must not be called',
  },
];

const numberOf = (cwe: CweId): number => Number(cwe.slice(4));

/** Telling words of a text for a task about these weaknesses: the first match of each rule, with the reason. */
export const tellingWords = (text: string, cwes: readonly CweId[]): readonly { readonly found: string; readonly reason: string }[] => {
  const numbers = cwes.map(numberOf);
  const rules = [...everywhere, ...byCwe.filter((rule) => rule.cwes.some((cwe) => numbers.includes(cwe)))];
  return rules.flatMap(({ pattern, reason }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [{ found: found.trim(), reason }];
  });
};
