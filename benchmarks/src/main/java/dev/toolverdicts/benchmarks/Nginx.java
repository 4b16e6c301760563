package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// nginx as a reverse proxy that keeps its connections, in the foreground, with as many workers as there are cores.
final class Nginx implements AutoCloseable {

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    static Nginx before(int backend, int port, Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes %d;
                pid %3$s/nginx.pid;
                error_log %3$s/nginx-error.log warn;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %3$s;
                  proxy_temp_path %3$s;
                  fastcgi_temp_path %3$s;
                  uwsgi_temp_path %3$s;
                  scgi_temp_path %3$s;
                  keepalive_requests 100000000;
                  upstream backend { server 127.0.0.1:%4$d; keepalive 128; keepalive_requests 100000000; }
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass http://backend;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                    }
                  }
                }
                """.formatted(
                        Runtime.getRuntime().availableProcessors(), port, folder, backend));
        Process process = new ProcessBuilder(List.of("nginx", "-c", settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        var nginx = new Nginx(process);
        Waiting.until("nginx is ready", 10, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx ended, its log is " + folder.resolve("nginx.log"));
            }
            return Ports.answers(port);
        });
        return nginx;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
