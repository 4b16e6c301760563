package dev.toolverdicts.gateway.shortway;

import dev.toolverdicts.platform.shortway.Shortcut;
import dev.toolverdicts.platform.shortway.UnderWay;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShortWayConfiguration {

    @Bean
    UnderWay shortWayUnderWay() {
        return new UnderWay();
    }

    @Bean
    NettyServerCustomizer shortWay(Forwarding forwarding) {
        return server -> server.doOnChannelInit((_, channel, _) -> Shortcut.add(channel.pipeline(), forwarding));
    }
}
