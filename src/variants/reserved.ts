/**
 * Single words that mean something to a language, a library or Fathom's tests: an identifier of that name would break or hide it.
 * One list for all languages, because a choice is used in all of a task.
 */
const keywords = `
  abstract alignas alignof and any as asm assert async atomic auto await bool boolean break byte case catch chan char class clone co concept
  const constant constexpr continue debugger decltype def default defer del delete do double elif else enum eval except explicit export extends
  extern fallthrough false final finally float for friend from func function global go goto if implements import in inline instanceof int
  integer interface is lambda let long map match module mutable namespace native new nil nonlocal none noexcept not null nullptr number
  object operator or package pass private protected public raise range record register requires restrict return select sealed self short
  signed sizeof static strict string struct super switch synchronized template this throw throws transient true try type typedef typename
  typeof undefined union unsigned using var virtual void volatile wchar while with yield`;

const library = `
  abort abs accept access alarm all append arguments array atoi bind bin buffer bytes callable calloc callback cap close complex console copy
  crypto date decode dict dir document encode end entries error errors event exec exit exp file filter find flag flags floor fetch flask fmt
  format fork free frozen fs get global globals hash hex html http id index input isinstance issue iter join json key keys kill len length
  library license link list listen locals log logger main make malloc math max memory min name next node none open options ord os panic param
  params parse path pause pipe pow print process prompt promise property property proxy random raw re read recover recv reduce regex remove
  rename repeat request require response result round scan seek send set shift signal sin size sleep slice socket sort source span split
  stack start state stat status std sum sync system tan task test text time token top trim tuple unlink update url user utf value values
  vars vector view wait watch window write zip`;

const tests = `
  case cases edge exploit exploits equal evasive expect faulty harm insecure kind normal only overblocking proves run secret secure separates
  stub subject suspicious witness world`;

export const reserved: ReadonlySet<string> = new Set(`${keywords} ${library} ${tests}`.split(/\s+/).filter((word) => word !== ''));
