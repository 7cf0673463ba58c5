package com.wharfside.graph;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class GraphErrors implements DataFetcherExceptionHandler {

    private static final Logger log = LogManager.getLogger();

    /** Thrown by fetchers with a text that was written for the user. */
    public static class UserFacing extends RuntimeException {
        public UserFacing(String message) {
            super(message);
        }
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(DataFetcherExceptionHandlerParameters p) {
        Throwable cause = p.getException() instanceof CompletionException ? p.getException().getCause() : p.getException();
        String ticket = UUID.randomUUID().toString();
        String text;
        if (cause instanceof UserFacing) {
            text = cause.getMessage();
        } else {
            log.error("fetcher failed, ticket {}", ticket, cause);
            text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }
        GraphQLError error = GraphqlErrorBuilder.newError()
            .errorType(ErrorType.DataFetchingException)
            .message("%s", text)
            .path(p.getPath())
            .location(p.getSourceLocation())
            .extensions(Map.of("ticket", ticket))
            .build();
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }
}
