package org.motifworks.gateway.door;

import com.github.f4b6a3.ulid.UlidCreator;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id by which a request is found in every service's log: the client's own when it is harmless,
 * else a new one.
 */
public final class RequestId {

  public static final String HEADER = "x-request-id";
  private static final String KEY = RequestId.class.getName();
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  static void assign(RoutingContext context) {
    String given = context.request().getHeader(HEADER);
    boolean usable = given != null && HARMLESS.matcher(given).matches();
    String id = usable ? given : UlidCreator.getMonotonicUlid().toString();
    context.put(KEY, id);
    MDC.put("requestId", id); // kept with the request's own Vert.x context, and gone with it
    context.response().putHeader(HEADER, id);
  }

  /** The id given to this request. */
  public static String of(RoutingContext context) {
    return context.get(KEY);
  }
}
