import type { Knowledge } from '../rule.ts';
import { encodedKinds, revivedKinds, textKinds } from './plain-kinds.ts';
import { folderNamed, words } from './words.ts';

const scalar =
  '^\\*?(int|int8|int16|int32|int64|uint|uint8|uint16|uint32|uint64|uintptr|float32|float64|bool|byte|rune|error|time\\.Time|time\\.Duration|uuid\\.UUID)$';
const handle =
  '(http\\.|sql\\.|context\\.|\\*?log\\.|slog\\.|zap\\.|tls\\.|cipher\\.|hash\\.|template\\.|func\\(|chan|gin\\.|echo\\.|fiber\\.|io\\.Writer|jwt\\.|rsa\\.|sync\\.|testing\\.|Config|Store|Service|Repo|Client|Server|Handler|Logger)';

const ofRequest = words('FormValue PostFormValue PathValue UserAgent Referer Cookie Cookies FormFile MultipartReader');
const ofContext = words('Query Param PostForm DefaultQuery GetHeader Cookie FormFile QueryParam FormValue GetRawData Params Body Get');

export const go: Knowledge = {
  sources: {
    go: [
      { from: 'parameter', notNamed: folderNamed, notTyped: `${scalar}|${handle}` },
      { from: 'parameter', named: folderNamed, notTyped: `${scalar}|${handle}`, notKinds: ['path', 'argument'] },
      {
        from: 'parameter',
        typed: '^(int|int8|int16|int32|int64|uint\\d*)$',
        kinds: ['size', 'high', 'low', 'overflow', 'zero', 'authority'],
      },
      { from: 'call', of: ofRequest.map((part) => `http.Request#${part}`), note: 'comes from the request' },
      {
        from: 'call',
        of: words('*.FormValue *.PostFormValue *.URL.Query().Get *.URL.Query *.Header.Get *.PathValue *.QueryParam mux.Vars chi.URLParam'),
        note: 'comes from the request',
      },
      {
        from: 'call',
        of: ofContext.flatMap((name) => [`gin.Context#${name}`, `echo.Context#${name}`, `fiber.Ctx#${name}`]),
        note: 'comes from the request',
      },
      {
        from: 'member',
        of: words(
          'http.Request#Body http.Request#Form http.Request#PostForm http.Request#Header http.Request#Host http.Request#RequestURI http.Request#MultipartForm',
        ),
        note: 'comes from the request',
      },
      { from: 'member', of: words('*.URL.RawQuery *.URL.Path *.RequestURI *.PostForm os.Args os.Stdin'), note: 'comes from the request' },
      { from: 'call', of: words('os.Getenv flag.String flag.Arg flag.Args *.ReadString') },
      { from: 'caught', kinds: ['error'], note: 'an error' },
    ],
  },
  types: {
    go: [
      { name: 'regexp.MustCompile()', is: 'regexp.Regexp()' },
      { name: 'regexp.Compile()', is: 'regexp.Regexp()' },
      { name: 'url.Parse()', is: 'url.URL()' },
    ],
  },
  sanitizers: {
    go: [
      {
        call: words(
          'strconv.Atoi strconv.ParseInt strconv.ParseUint strconv.ParseFloat strconv.ParseBool strconv.Itoa strconv.FormatInt uuid.Parse time.Parse len cap netip.ParseAddr net.ParseIP int int32 int64 uint uint64 float64',
        ),
        clears: textKinds,
      },
      {
        call: words(
          'sha256.Sum256 sha512.Sum512 *.Sum os.Stat os.Lstat os.IsNotExist strings.HasPrefix strings.HasSuffix strings.Contains strings.ContainsAny filepath.IsAbs filepath.IsLocal *.MatchString utf8.ValidString errors.Is',
        ),
        clears: '*',
      },
      { call: ['filepath.Base', 'path.Base'], clears: ['path'] },
      {
        call: words(
          'url.QueryEscape url.PathEscape hex.EncodeToString base64.StdEncoding.EncodeToString base64.URLEncoding.EncodeToString',
        ),
        clears: encodedKinds,
      },
      { call: ['strconv.Quote', 'strconv.QuoteToASCII'], clears: ['log', 'header'] },
      { call: ['regexp.QuoteMeta'], clears: ['regex'] },
      { cast: '^(int|int8|int16|int32|int64|uint|uint8|uint16|uint32|uint64|float32|float64|bool|byte)$', clears: textKinds },
    ],
  },
  propagators: {
    go: [
      { call: ['url.URL#Hostname', '*.Hostname'], aspect: 'host' },
      { member: ['*.Host'], aspect: 'host' },
      { member: ['*.Scheme'], aspect: 'scheme' },
      { call: ['len'], aspect: 'length' },
      { call: ['filepath.Ext', 'path.Ext'], from: ['0'], aspect: 'ending' },
      { call: words('filepath.Clean filepath.Abs filepath.EvalSymlinks path.Clean'), from: ['0'], marks: ['resolved'], builds: 'concat' },
      { call: ['filepath.Join', 'path.Join'], from: ['*'], marks: ['resolved'], builds: 'concat' },
      { call: ['filepath.Rel'], from: ['1'], aspect: 'relative', marks: ['resolved'] },
      { call: ['fmt.Sprintf', 'fmt.Errorf'], from: ['0', '1+'], builds: 'percent' },
      { call: ['fmt.Sprint', 'fmt.Sprintln'], from: ['*'], builds: 'concat' },
      { call: ['strings.Join'], from: ['1', '0'], builds: 'join' },
      { call: ['*.WriteString'], from: ['this', '0'], to: 'this', builds: 'concat' },
      { call: ['*.String', 'bytes.NewBufferString', 'strings.NewReader'], from: ['this', '0'], builds: 'concat' },
      { call: words('strings.TrimSpace strings.ToLower strings.ToUpper string'), from: ['0'], builds: 'concat' },
      { call: ['fmt.Fprintf', 'fmt.Fprint', 'fmt.Fprintln', 'io.WriteString'], from: ['1+'], to: '0' },
      { call: ['regexp.MustCompile', 'regexp.Compile'], from: ['0'], builds: 'concat' },
      { call: words('url.QueryUnescape url.PathUnescape base64.StdEncoding.DecodeString html.UnescapeString'), revives: revivedKinds },
    ],
  },
  checks: {
    go: [
      { call: ['strings.HasPrefix', 'bytes.HasPrefix'], is: 'prefix', of: '0', by: '1' },
      { call: ['strings.HasSuffix'], is: 'suffix', of: '0', by: '1' },
      { call: ['strings.Contains', 'strings.ContainsAny', 'strings.ContainsRune', 'slices.Contains'], is: 'in', of: '1', by: '0' },
      { call: ['strings.Index', 'strings.IndexAny', 'strings.IndexByte'], is: 'in', of: '1', by: '0', holds: 'not-negative' },
      { call: ['strings.EqualFold'], is: 'equal', of: '0', by: '1' },
      { call: ['regexp.MatchString'], is: 'part-match', of: '1', by: '0' },
      { call: ['*.MatchString', '*.FindStringSubmatch', '*.FindString'], is: 'part-match', of: '0', by: 'this' },
    ],
  },
  guards: {
    go: [
      {
        guard: 'call',
        call: ['strings.HasPrefix'],
        on: '0',
        holds: 'false',
        clears: ['path'],
        aspect: 'relative',
        when: { at: '1', is: { text: '^\\.\\.' } },
      },
      { guard: 'call', call: ['filepath.IsLocal', 'fs.ValidPath'], on: '0', holds: 'true', clears: ['path'] },
      { guard: 'call', call: words('unicode.IsLetter unicode.IsDigit'), on: '0', holds: 'true', clears: textKinds },
      { guard: 'call', call: ['/^([Vv]alidate|[Vv]erify|[Cc]heck|[Ee]nsure)([A-Z_]\\w*)$/'], on: '*', holds: 'null', clears: '*' },
    ],
  },
};
