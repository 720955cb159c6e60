/** The little JDBC that the job queue, outbox and inbox share. */
package org.motifworks.kit.sql;
