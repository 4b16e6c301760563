@NullMarked
package dev.toolverdicts.gateway.form;

import org.jspecify.annotations.NullMarked;
