package fathom;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Puts the candidate's web service on the port that the tests talk to. */
final class Service {
    /** Handlers that may run at once, where the candidate does not say. */
    private static final int THREADS = 8;
    /** How long a candidate that starts its own server may take for it. */
    private static final long PATIENCE_MS = 3000;

    private Service() {}

    static void start(Candidate candidate, int port) throws Refusal {
        Method routes = candidate.accepting("routes", HttpServer.class);
        Method main = candidate.main();
        if (routes != null) startWith(routes, candidate, port);
        else if (main != null) startItself(main, candidate, port);
        else throw new Refusal("missing-function", "no class has a method routes(HttpServer), and none has a main that starts a server", null);
    }

    private static void startWith(Method routes, Candidate candidate, int port) throws Refusal {
        Object target = candidate.targetOf(routes);
        try {
            Guarded server = new Guarded(HttpServerProvider.provider().createHttpServer(new InetSocketAddress("127.0.0.1", port), 0));
            server.setExecutor(Executors.newFixedThreadPool(THREADS));
            routes.invoke(target, server);
            server.start();
        } catch (InvocationTargetException thrown) {
            throw new Refusal("import", Candidate.describe(thrown.getCause()), null);
        } catch (IOException | ReflectiveOperationException problem) {
            throw new Refusal("not-listening", problem.toString(), null);
        }
    }

    /** Runs its main; the first plain server that it makes is put on the port. */
    private static void startItself(Method main, Candidate candidate, int port) throws Refusal {
        candidate.targetOf(main);
        Adopting adopting = new Adopting(HttpServerProvider.provider(), port);
        Throwable[] problem = new Throwable[1];
        try {
            // No call sets the provider once it was asked for (`--add-opens jdk.httpserver/com.sun.net.httpserver.spi=ALL-UNNAMED`).
            Field field = HttpServerProvider.class.getDeclaredField("provider");
            field.setAccessible(true);
            field.set(null, adopting);
            Thread thread = new Thread(() -> {
                try {
                    main.invoke(null, (Object) new String[0]);
                } catch (InvocationTargetException thrown) {
                    problem[0] = thrown.getCause();
                    adopting.started.countDown();
                } catch (IllegalAccessException denied) {
                    problem[0] = denied;
                    adopting.started.countDown();
                }
            }, "main");
            thread.start();
            boolean done = adopting.started.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
            if (problem[0] != null) throw new Refusal("import", Candidate.describe(problem[0]), null);
            if (!done) throw new Refusal("missing-function", "no class has a method routes(HttpServer), and its main started no server", null);
        } catch (ReflectiveOperationException | InterruptedException problemHere) {
            throw new Refusal("not-listening", problemHere.toString(), null);
        }
    }

    private static final class Adopting extends HttpServerProvider {
        final CountDownLatch started = new CountDownLatch(1);
        private final HttpServerProvider usual;
        private final int port;
        private boolean adopted;

        Adopting(HttpServerProvider usual, int port) {
            this.usual = usual;
            this.port = port;
        }

        @Override
        public synchronized HttpServer createHttpServer(InetSocketAddress address, int backlog) throws IOException {
            if (adopted) return usual.createHttpServer(address, backlog);
            adopted = true;
            Guarded server = new Guarded(usual.createHttpServer(new InetSocketAddress("127.0.0.1", port), backlog));
            server.started = started;
            return server;
        }

        @Override
        public HttpsServer createHttpsServer(InetSocketAddress address, int backlog) throws IOException {
            return usual.createHttpsServer(address, backlog);
        }
    }

    /** The JDK's server closes the connection where a handler throws; as in every web framework, this one answers 500. */
    private static final class Guarded extends HttpServer {
        private final HttpServer inner;
        CountDownLatch started = new CountDownLatch(1);

        Guarded(HttpServer inner) {
            this.inner = inner;
        }

        private static HttpContext guarded(HttpContext context) {
            context.getFilters().add(0, new Guard());
            return context;
        }

        @Override
        public HttpContext createContext(String path, HttpHandler handler) {
            return guarded(inner.createContext(path, handler));
        }

        @Override
        public HttpContext createContext(String path) {
            return guarded(inner.createContext(path));
        }

        /** Once: a candidate may start it itself. */
        @Override
        public synchronized void start() {
            if (started.getCount() == 0 || inner.getAddress() == null) return;
            inner.start();
            started.countDown();
        }

        /** Its port is the one that the server was made for. */
        @Override
        public void bind(InetSocketAddress address, int backlog) throws IOException {
            if (inner.getAddress() == null) inner.bind(address, backlog);
        }

        @Override
        public void setExecutor(Executor executor) {
            inner.setExecutor(executor);
        }

        @Override
        public Executor getExecutor() {
            return inner.getExecutor();
        }

        @Override
        public void stop(int delay) {
            inner.stop(delay);
        }

        @Override
        public void removeContext(String path) {
            inner.removeContext(path);
        }

        @Override
        public void removeContext(HttpContext context) {
            inner.removeContext(context);
        }

        @Override
        public InetSocketAddress getAddress() {
            return inner.getAddress();
        }
    }

    private static final class Guard extends Filter {
        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            try {
                chain.doFilter(exchange);
            } catch (Throwable problem) {
                problem.printStackTrace();
                if (exchange.getResponseCode() < 0) exchange.sendResponseHeaders(500, -1);
                exchange.close();
            }
        }

        @Override
        public String description() {
            return "answers 500 where a handler throws";
        }
    }
}
