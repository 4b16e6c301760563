package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.platform.keptfiles.KeptFileQueries;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({KeptFileQueries.class, KeptFileRepository.class})
class DatasetConfiguration {}
