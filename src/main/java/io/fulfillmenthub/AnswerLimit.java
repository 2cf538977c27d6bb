package io.fulfillmenthub;

import io.fulfillmenthub.order.AnswerTooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** How much of an answer is read, decompressed: ten times the largest page of orders, so that no answer exhausts the memory. */
final class AnswerLimit implements ExecChainHandler {

    static final long MOST_BYTES = 16_000_000;

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
            response.setEntity(new LimitedEntity(response.getEntity()));
        }
        return response;
    }

    private static final class LimitedEntity extends HttpEntityWrapper {

        private LimitedEntity(HttpEntity entity) {
            super(entity);
        }

        @Override
        public InputStream getContent() throws IOException {
            return new LimitedStream(super.getContent());
        }
    }

    private static final class LimitedStream extends FilterInputStream {

        private long left = MOST_BYTES;

        private LimitedStream(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one < 0 ? one : spend(1, one);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            return spend(Math.max(0, count), count);
        }

        private int spend(int count, int result) throws IOException {
            left -= count;
            if (left < 0) {
                throw new AnswerTooLargeException(MOST_BYTES);
            }
            return result;
        }
    }
}
