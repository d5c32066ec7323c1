/** LangChain4j as the speaker of the providers' wire formats, over our own HTTP client. */
@NullMarked
package dev.taskmaster.models.adapter.langchain4j;

import org.jspecify.annotations.NullMarked;
