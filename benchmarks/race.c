/* The peer for many starts: each rule as a plain loop over starts on Himmelblau's function, in one thread.
   `points` holds all x, then all y; it is overwritten by the final points. */
#include <math.h>

#define GRADIENT(x, y, gx, gy)             \
    double a = x * x + y - 11.0;           \
    double b = x + y * y - 7.0;            \
    double gx = 4.0 * x * a + 2.0 * b;     \
    double gy = 2.0 * a + 4.0 * y * b;

#define FOR_EACH_START(state, update)                   \
    for (long i = 0; i < n; i++) {                      \
        double x = points[i], y = points[n + i];        \
        state;                                          \
        for (long t = 1; t <= steps; t++) {             \
            GRADIENT(x, y, gx, gy)                      \
            update                                      \
        }                                               \
        points[i] = x;                                  \
        points[n + i] = y;                              \
    }

void sgd(double *points, long n, long steps, double rate) {
    FOR_EACH_START(, {
        x -= rate * gx;
        y -= rate * gy;
    })
}

void momentum(double *points, long n, long steps, double rate, double beta1) {
    FOR_EACH_START(double vx = 0.0; double vy = 0.0, {
        vx = beta1 * vx + (1.0 - beta1) * gx;
        vy = beta1 * vy + (1.0 - beta1) * gy;
        x -= rate * vx;
        y -= rate * vy;
    })
}

void heavy_ball(double *points, long n, long steps, double rate, double beta1) {
    FOR_EACH_START(double vx = 0.0; double vy = 0.0, {
        vx = beta1 * vx - rate * gx;
        vy = beta1 * vy - rate * gy;
        x += vx;
        y += vy;
    })
}

void nesterov(double *points, long n, long steps, double rate, double beta1) {
    FOR_EACH_START(double bx = 0.0; double by = 0.0, {
        bx = beta1 * bx + gx;
        by = beta1 * by + gy;
        x -= rate * (gx + beta1 * bx);
        y -= rate * (gy + beta1 * by);
    })
}

void adagrad(double *points, long n, long steps, double rate, double epsilon) {
    FOR_EACH_START(double sx = 0.0; double sy = 0.0, {
        sx += gx * gx;
        sy += gy * gy;
        x -= rate * gx / (sqrt(sx) + epsilon);
        y -= rate * gy / (sqrt(sy) + epsilon);
    })
}

void rmsprop(double *points, long n, long steps, double rate, double beta2, double epsilon) {
    FOR_EACH_START(double sx = 0.0; double sy = 0.0, {
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x -= rate * gx / (sqrt(sx) + epsilon);
        y -= rate * gy / (sqrt(sy) + epsilon);
    })
}

void adam(double *points, long n, long steps, double rate, double beta1, double beta2, double epsilon) {
    FOR_EACH_START(double mx = 0.0; double my = 0.0; double sx = 0.0; double sy = 0.0; double p1 = 1.0; double p2 = 1.0, {
        p1 *= beta1;
        p2 *= beta2;
        mx = beta1 * mx + (1.0 - beta1) * gx;
        my = beta1 * my + (1.0 - beta1) * gy;
        sx = beta2 * sx + (1.0 - beta2) * gx * gx;
        sy = beta2 * sy + (1.0 - beta2) * gy * gy;
        x -= rate * (mx / (1.0 - p1)) / (sqrt(sx / (1.0 - p2)) + epsilon);
        y -= rate * (my / (1.0 - p1)) / (sqrt(sy / (1.0 - p2)) + epsilon);
    })
}
