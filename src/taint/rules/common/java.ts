import type { Knowledge } from '../rule.ts';
import { encodedKinds, revivedKinds, textKinds } from './plain-kinds.ts';
import { folderNamed, words } from './words.ts';

const scalar =
  '^(final)?(int|long|short|byte|boolean|double|float|char|Integer|Long|Short|Byte|Boolean|Double|Float|BigDecimal|BigInteger|UUID|LocalDate|LocalDateTime|Instant|Duration|Date|Enum)(\\.\\.\\.)?$';
const handle =
  '(HttpServletRequest|HttpServletResponse|ServletRequest|ServletResponse|HttpExchange|HttpSession|Connection|Statement|ResultSet|DataSource|EntityManager|JdbcTemplate|Session|DirContext|LdapContext|XPath|Logger|Model\\b|ModelMap|ModelAndView|Document|Element|Node|Stream|Reader|Writer|Class<|ClassLoader|Cipher|MessageDigest|Cookie\\b|Context|Config|Executor|Consumer|Function|Supplier|Predicate|Socket|Properties|Pattern|Principal|Authentication|Locale|BindingResult)';

const requestCalls = words(
  'getParameter getParameterValues getParameterMap getParameterNames getHeader getHeaders getHeaderNames getCookies getQueryString getRequestURI getRequestURL getPathInfo getServletPath getReader getInputStream getPart getParts getRemoteUser',
);

export const java: Knowledge = {
  sources: {
    java: [
      { from: 'parameter', notNamed: folderNamed, notTyped: `${scalar}|${handle}` },
      { from: 'parameter', named: folderNamed, notTyped: `${scalar}|${handle}`, notKinds: ['path', 'argument'] },
      { from: 'parameter', typed: '(InputStream|Reader|ByteBuffer|Part|MultipartFile)' },
      {
        from: 'parameter',
        typed: '^(int|long|short|Integer|Long|Short)$',
        kinds: ['size', 'high', 'low', 'overflow', 'zero', 'authority'],
      },
      { from: 'call', of: requestCalls.map((name) => `HttpServletRequest#${name}`), note: 'comes from the request' },
      {
        from: 'call',
        of: words(
          '*.getParameter *.getParameterValues *.getHeader *.getQueryString *.getPathInfo *.getRequestURI *.getRequestBody *.getRequestHeaders *.getOriginalFilename *.getSubmittedFileName Cookie#getValue ZipEntry#getName',
        ),
        note: 'comes from the request',
      },
      { from: 'call', of: words('System.getenv System.getProperty Scanner#nextLine Scanner#next *.readLine') },
    ],
  },
  assumed: {
    java: [
      { name: 'request', is: 'HttpServletRequest()' },
      { name: 'req', is: 'HttpServletRequest()' },
    ],
  },
  types: {
    java: [
      { name: 'ServletRequest()', is: 'HttpServletRequest()' },
      { name: 'Runtime.getRuntime()', is: 'Runtime()' },
      { name: 'MessageDigest.getInstance()', is: 'MessageDigest()' },
      { name: 'KeyPairGenerator.getInstance()', is: 'KeyPairGenerator()' },
      { name: 'SecureRandom.getInstanceStrong()', is: 'SecureRandom()' },
      { name: 'URI.create()', is: 'URI()' },
      { name: 'Path.of()', is: 'Path()' },
      { name: 'Paths.get()', is: 'Path()' },
      { name: 'FileSystems.getDefault().getPath()', is: 'Path()' },
      ...words('resolve normalize toAbsolutePath toRealPath resolveSibling getParent').map((name) => ({
        name: `Path().${name}()`,
        is: 'Path()',
      })),
      { name: 'File().getCanonicalFile()', is: 'File()' },
      { name: 'File().toPath()', is: 'Path()' },
      { name: 'Path().toFile()', is: 'File()' },
      { name: 'Pattern.compile()', is: 'Pattern()' },
      { name: 'Pattern().matcher()', is: 'Matcher()' },
    ],
  },
  sanitizers: {
    java: [
      {
        call: words(
          'Integer.parseInt Integer.valueOf Long.parseLong Long.valueOf Short.parseShort Double.parseDouble Boolean.parseBoolean UUID.fromString LocalDate.parse BigDecimal *.length *.size *.hashCode *.isEmpty *.indexOf *.ordinal *.equals *.equalsIgnoreCase *.matches *.contains *.startsWith *.endsWith *.exists *.isFile *.isDirectory Files.exists Files.isRegularFile Files.isDirectory',
        ),
        clears: textKinds,
      },
      { call: ['*.digest', 'HexFormat.of().formatHex', '*.doFinal', 'DigestUtils.sha256Hex'], clears: '*' },
      { call: ['FilenameUtils.getName', '*.getFileName', 'File().getName'], clears: ['path'] },
      {
        call: ['URLEncoder.encode', 'UriUtils.encode', 'Base64.getEncoder().encodeToString', 'Base64.getUrlEncoder().encodeToString'],
        clears: encodedKinds,
      },
      { call: ['Pattern.quote', 'Matcher.quoteReplacement'], clears: ['regex'] },
      { call: ['Math.min'], clears: ['size', 'high'] },
      { call: words('Math.addExact Math.multiplyExact Math.subtractExact Math.toIntExact'), clears: ['overflow'] },
      { cast: '^(int|long|short|byte|boolean|double|float|char)$', clears: textKinds },
    ],
  },
  propagators: {
    java: [
      { call: ['*.getHost', '*.getAuthority'], aspect: 'host' },
      { call: ['*.getScheme', '*.getProtocol'], aspect: 'scheme' },
      { call: ['*.length', '*.size'], aspect: 'length' },
      { call: ['FilenameUtils.getExtension'], from: ['0'], aspect: 'ending' },
      { call: words('*.normalize *.toRealPath *.getCanonicalPath *.getCanonicalFile FilenameUtils.normalize'), marks: ['resolved'] },
      { call: ['Paths.get', 'Path.of', 'Path().resolve', 'File'], from: ['this', '*'], builds: 'concat' },
      {
        call: ['Path().toAbsolutePath', 'Path().toFile', 'File().toPath', 'File().getPath', 'File().getAbsolutePath'],
        from: ['this'],
        builds: 'concat',
      },
      { call: ['*.append'], from: ['this', '0'], to: 'this', builds: 'concat' },
      { call: ['*.append', '*.concat'], from: ['this', '0'], builds: 'concat' },
      { call: words('*.toString *.trim *.strip *.toLowerCase *.toUpperCase *.intern'), from: ['this'], builds: 'concat' },
      {
        call: ['String.valueOf', 'StringBuilder', 'StringBuffer', 'String', 'Objects.requireNonNull', 'Optional.ofNullable'],
        from: ['0'],
        builds: 'concat',
      },
      { call: ['String.format', 'MessageFormat.format'], from: ['0', '1+'], builds: 'percent' },
      { call: ['*.formatted'], from: ['this', '0+'], builds: 'percent' },
      { call: ['String.join'], from: ['0', '1'], builds: 'join' },
      { call: words('*.add *.addAll *.addLast *.push *.offer'), from: ['0'], to: 'this[]', builds: 'concat' },
      { call: ['*.put', '*.putIfAbsent'], from: ['1'], to: 'this[]', builds: 'concat' },
      { call: words('URLDecoder.decode Base64.getDecoder().decode StringEscapeUtils.unescapeHtml4'), revives: revivedKinds },
      { call: ['Pattern.compile'], from: ['0'], builds: 'concat' },
      { call: ['*.matcher'], from: ['this'], to: 'result.pattern', builds: 'concat' },
      { call: ['*.matcher'], from: ['0'], to: 'result.subject', builds: 'concat' },
    ],
  },
  checks: {
    java: [
      { call: ['*.contains', '*.containsKey', '*.containsValue'], is: 'in', of: '0', by: 'this' },
      { call: ['*.indexOf', '*.lastIndexOf'], is: 'in', of: '0', by: 'this', holds: 'not-negative' },
      { call: ['*.startsWith'], is: 'prefix', of: 'this', by: '0' },
      { call: ['*.endsWith'], is: 'suffix', of: 'this', by: '0' },
      { call: ['*.equals', '*.equalsIgnoreCase', '*.contentEquals'], is: 'equal', of: 'this', by: '0' },
      { call: ['Objects.equals', 'MessageDigest.isEqual'], is: 'equal', of: '0', by: '1' },
      { call: ['*.matches'], is: 'whole-match', of: 'this', by: '0' },
      { call: ['Pattern.matches'], is: 'whole-match', of: '1', by: '0' },
      { call: ['*.matches'], is: 'whole-match', of: 'this.subject', by: 'this.pattern' },
      { call: ['*.find', '*.lookingAt'], is: 'part-match', of: 'this.subject', by: 'this.pattern' },
    ],
  },
  guards: {
    java: [
      {
        guard: 'call',
        call: words('StringUtils.isNumeric StringUtils.isAlphanumeric StringUtils.isAlpha'),
        on: '0',
        holds: 'true',
        clears: textKinds,
      },
      {
        guard: 'call',
        call: words('Character.isLetterOrDigit Character.isDigit Character.isLetter'),
        on: '0',
        holds: 'true',
        clears: textKinds,
      },
      {
        guard: 'call',
        call: words('Integer.parseInt Long.parseLong UUID.fromString Integer.valueOf Long.valueOf'),
        on: '0',
        holds: 'returns',
        clears: textKinds,
      },
    ],
  },
};
