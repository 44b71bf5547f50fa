/** Packages of the JDK and the names of theirs that code uses most. A name that several packages have stands in the one that is meant by far most often. */
const packages: Readonly<Record<string, string>> = {
  'com.sun.net.httpserver': 'Headers HttpContext HttpExchange HttpHandler HttpServer',
  'java.io':
    'BufferedInputStream BufferedOutputStream BufferedReader BufferedWriter ByteArrayInputStream ByteArrayOutputStream Closeable Console DataInputStream DataOutputStream EOFException File FileInputStream FileNotFoundException FileOutputStream FileReader FileWriter IOException InputStream InputStreamReader ObjectInputFilter ObjectInputStream ObjectOutputStream OutputStream OutputStreamWriter PrintStream PrintWriter RandomAccessFile Reader Serializable StringReader StringWriter UncheckedIOException Writer',
  'java.math': 'BigDecimal BigInteger MathContext RoundingMode',
  'java.net':
    'ConnectException HttpURLConnection IDN Inet4Address Inet6Address InetAddress InetSocketAddress MalformedURLException ServerSocket Socket URI URISyntaxException URL URLConnection URLDecoder URLEncoder UnknownHostException',
  'java.net.http': 'HttpClient HttpRequest HttpResponse',
  'java.nio': 'ByteBuffer ByteOrder CharBuffer',
  'java.nio.charset': 'CharacterCodingException Charset CharsetDecoder CodingErrorAction MalformedInputException StandardCharsets',
  'java.nio.file':
    'DirectoryStream FileAlreadyExistsException FileSystem FileSystems FileVisitResult Files InvalidPathException LinkOption NoSuchFileException NotDirectoryException OpenOption Path Paths SimpleFileVisitor StandardCopyOption StandardOpenOption',
  'java.nio.file.attribute': 'BasicFileAttributes PosixFilePermission PosixFilePermissions',
  'java.security':
    'GeneralSecurityException InvalidKeyException Key KeyFactory KeyPair KeyPairGenerator MessageDigest NoSuchAlgorithmException PrivateKey PublicKey SecureRandom Signature',
  'java.security.spec': 'InvalidKeySpecException KeySpec PKCS8EncodedKeySpec X509EncodedKeySpec',
  'java.sql': 'Connection DriverManager PreparedStatement ResultSet SQLException Statement Timestamp',
  'java.text': 'DecimalFormat Normalizer NumberFormat ParseException SimpleDateFormat',
  'java.time':
    'Clock DateTimeException DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Period Year YearMonth ZoneId ZoneOffset ZonedDateTime',
  'java.time.format': 'DateTimeFormatter DateTimeParseException ResolverStyle',
  'java.time.temporal': 'ChronoField ChronoUnit TemporalAdjusters',
  'java.util':
    'AbstractMap ArrayDeque ArrayList Arrays Base64 BitSet Collection Collections Comparator Currency Date Deque EnumMap EnumSet Enumeration Formatter HashMap HashSet HexFormat IdentityHashMap Iterator LinkedHashMap LinkedHashSet LinkedList List ListIterator Locale Map NavigableMap NoSuchElementException Objects Optional OptionalInt OptionalLong PriorityQueue Properties Queue Random Scanner Set SortedMap SortedSet Spliterator Stack StringJoiner StringTokenizer TimeZone TreeMap TreeSet UUID Vector',
  'java.util.concurrent':
    'Callable CompletableFuture ConcurrentHashMap ConcurrentLinkedQueue CopyOnWriteArrayList CountDownLatch ExecutionException Executor ExecutorService Executors Future ScheduledExecutorService Semaphore ThreadLocalRandom TimeUnit TimeoutException',
  'java.util.concurrent.atomic': 'AtomicBoolean AtomicInteger AtomicLong AtomicReference',
  'java.util.concurrent.locks': 'Lock ReentrantLock ReentrantReadWriteLock',
  'java.util.function':
    'BiConsumer BiFunction BinaryOperator BooleanSupplier Consumer Function IntFunction IntPredicate IntUnaryOperator Predicate Supplier ToIntFunction UnaryOperator',
  'java.util.regex': 'MatchResult Matcher Pattern PatternSyntaxException',
  'java.util.stream': 'Collectors IntStream LongStream Stream StreamSupport',
  'java.util.zip':
    'CRC32 CheckedInputStream DataFormatException Deflater GZIPInputStream GZIPOutputStream Inflater ZipEntry ZipException ZipFile ZipInputStream ZipOutputStream',
  'javax.crypto':
    'AEADBadTagException BadPaddingException Cipher IllegalBlockSizeException KeyGenerator Mac NoSuchPaddingException SecretKey SecretKeyFactory',
  'javax.crypto.spec': 'GCMParameterSpec IvParameterSpec PBEKeySpec SecretKeySpec',
  'javax.xml': 'XMLConstants',
  'javax.xml.parsers': 'DocumentBuilder DocumentBuilderFactory ParserConfigurationException SAXParser SAXParserFactory',
  'javax.xml.stream': 'XMLInputFactory XMLStreamException XMLStreamReader',
  'org.w3c.dom': 'Document Element NamedNodeMap Node NodeList',
  'org.xml.sax': 'InputSource SAXException SAXParseException',
};

const packageOf: ReadonlyMap<string, string> = new Map(
  Object.entries(packages).flatMap(([name, classes]) => classes.split(' ').map((each) => [each, name] as const)),
);

/** The package of the JDK that is meant by a class's name; undefined where that is not plain. */
export const javaPackage = (className: string): string | undefined => packageOf.get(className);
