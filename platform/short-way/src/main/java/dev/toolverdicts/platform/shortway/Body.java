package dev.toolverdicts.platform.shortway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import java.util.ArrayList;
import java.util.List;

/// The parts of one body, held until it is known who answers. Most have one.
final class Body {

    private final List<HttpContent> parts = new ArrayList<>(1);

    void add(HttpContent part) {
        parts.add(part);
    }

    byte[] bytes() {
        if (parts.size() == 1) {
            return ByteBufUtil.getBytes(parts.getFirst().content());
        }
        byte[] all = new byte
                [parts.stream().mapToInt(part -> part.content().readableBytes()).sum()];
        int at = 0;
        for (HttpContent part : parts) {
            ByteBuf content = part.content();
            content.getBytes(content.readerIndex(), all, at, content.readableBytes());
            at += content.readableBytes();
        }
        return all;
    }

    /// Whoever comes next releases them.
    void passOn(ChannelHandlerContext context) {
        List<HttpContent> held = List.copyOf(parts);
        parts.clear();
        held.forEach(context::fireChannelRead);
    }

    void release() {
        parts.forEach(HttpContent::release);
        parts.clear();
    }
}
